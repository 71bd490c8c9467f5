"""Refusals of the room, in words."""

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "demo-only": _("Fictional applications are made only when JUMELAGE_DEMO is on."),
    "call-unknown": _("No call of that name is open. Name one that is, or open one."),
}
