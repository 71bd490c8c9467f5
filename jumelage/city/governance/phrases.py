"""Refusals of the room, in words."""

from typing import Any

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "mandate-of-nobody": _(
        "A seat is held by somebody. Choose an organisation, a person, or both."
    ),
    "mandate-hidden": _(
        "{who} is not shown to visitors. Show this organisation or person first, with their agreement."
    ),
    "sitting-without-day": _("Give the day of the sitting; a month or a year will do."),
    "opinion-without-body": _("An opinion is that of a body. Choose the body that gave it."),
    "opinion-without-sitting": _(
        "An opinion is given at a sitting. Choose it; only an initiative may name the decision that followed instead."
    ),
    "opinion-sitting-elsewhere": _(
        "This sitting is one of “{sitting}”, and the opinion one of “{body}”. Choose a sitting of the same body."
    ),
    "opinion-link-unreadable": _(
        "“{link}” is not a link."
        " Write what it is and its short name, such as project:limpoba, call:2026 or theme:water."
    ),
    "opinion-link-unknown": _(
        "“{link}” leads nowhere: no record of this kind has this short name. Look at the end of its address."
    ),
    "follow-up-without-reason": _(
        "An opinion that was not wholly followed is published with the reason. Fill in “Reason of the College”."
    ),
}
FIELDS: dict[str, Any] = {
    "category": _("Category"),
    "follow_up": _("What became of it"),
    "follow_up_reason": _("Reason of the College"),
    "followed_up_on": _("Date of the answer"),
    "held_on": _("Day of the sitting"),
    "links": _("Calls, projects or themes"),
    "majority": _("What the majority says"),
    "minority": _("What the minority says"),
    "proposed_by": _("Proposed by"),
    "sitting": _("Sitting"),
    "voting": _("With a vote"),
}
