"""Refusals of the room, and its fields, in words."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

PHRASES = {
    "merge-same": _("An organisation cannot be merged into itself. Choose two different ones."),
    "merge-already-merged": _("“{name}” was already merged into another organisation."),
    "merge-conflicting-numbers": _(
        "Both organisations have a number of the register {scheme}, and the numbers differ."
        " Check that they are the same organisation, then confirm."
    ),
    "identifier-taken": _("The number {value} ({scheme}) belongs to “{name}” already."),
}
FIELDS = {
    "contacts": _("Contacts"),
    "identifiers": _("Register numbers"),
    "positions": _("Functions"),
    "scheme": pgettext_lazy("list of records", "Register"),
}
