"""Refusals of the room, in words."""

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "theme-unknown": _("“{code}” is not a theme. The themes are: {known}."),
    "sdg-unknown": _("“{code}” is not a sustainable development goal. They are numbered 1 to 17."),
}
