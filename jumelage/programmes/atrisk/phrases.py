"""Refusals of the room, in words."""

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "atrisk-basis-missing": _(
        "Nothing says why this person may be shown. Enter a consent, or a public campaign with its page."
    ),
    "atrisk-campaign-unlinked": _(
        "The source “{source}” has no address on the web. A campaign counts only when its page is public."
    ),
    "atrisk-consent-incomplete": _(
        "A consent needs: who gave it, on which day, and for what (text, image, letters)."
    ),
    "atrisk-consent-expired": _("The consent ended on {day}. Ask for it again before publishing."),
    "atrisk-risk-note-missing": _(
        "Write down what could go wrong for the person, and why publishing is still right."
    ),
    "atrisk-two-approvals": _(
        "Two different people must approve. So far: {count}. Ask a colleague."
    ),
    "atrisk-approved-already": _("You approved already. The second approval must be a colleague’s."),
    "atrisk-import-not-city": _(
        "An imported publication must rest on the city’s own page; “{source}” is not one."
    ),
    "atrisk-import-unpinned": _("Say in which paragraph of the city’s page the person is named."),
    "atrisk-stopped": _(
        "This page was stopped. Lift the stop first: two people must then approve again."
    ),
    "atrisk-not-stopped": _("This page is not stopped."),
    "atrisk-stopped-already": _("This page is stopped already."),
    "atrisk-check-future": _("A check cannot lie in the future: {day}."),
    "atrisk-image-unreadable": _("This is not a picture that can be read (PNG, JPEG, WebP)."),
    "atrisk-image-large": _(
        "The picture has {pixels} million points; at most {limit} million. Make it smaller."
    ),
    "atrisk-image-alt-missing": _("Describe the picture in French and in Dutch."),
}
