"""Refusals of the room, in words."""

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "reference-unknown": _("“{code}” is not in the list “{list}”. Check the code."),
}
