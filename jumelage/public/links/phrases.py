"""Refusals of the room, in words."""

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "redirect-path": _(
        "“{path}” is not the path of a page of this site."
        " Write it from the first slash, for example /fr/ancienne-page/."
    ),
    "redirect-target": _(
        "“{target}” leads nowhere."
        " Write a path of this site that begins with “/”, or an address that begins with https:."
    ),
    "redirect-circle": _("These addresses lead to one another without end: {way}. Change one."),
}
FIELDS = {
    "old_path": _("Old path"),
    "target": _("Leads to"),
}
