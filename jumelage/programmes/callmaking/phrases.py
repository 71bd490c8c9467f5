"""Refusals of the room, and what it says of moved dates, of sources left behind and of the copied form."""

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "days-not-demonstration": _(
        "Days counted from the loading are for demonstrations alone: give the day itself."
    ),
    "template-unknown": _("This model does not exist any more. Choose another one."),
    "document-slug-taken": _("Another document has the short name “{slug}”. Choose another one."),
}
SHIFTED = _(
    "The dates are those of the call before, moved to the new year: same day and month; "
    "a Saturday or a Sunday becomes the Monday after. Check each of them."
)
UNPROVEN = _(
    "A source of the year before proves nothing of the new year: every rule and the budget stand as a proposal. "
    "Once the city decides, say that they are official and name the source."
)
COPIED = _(
    "The form is a copy of its own: what is changed in it changes nothing for the call before, nor the other way round."
)
