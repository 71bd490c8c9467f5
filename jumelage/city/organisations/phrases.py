"""Refusals of the room, in words."""

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "merge-same": _("An organisation cannot be merged into itself. Choose two different ones."),
    "merge-already-merged": _("“{name}” was already merged into another organisation."),
    "merge-conflicting-numbers": _(
        "Both organisations have a number of the register {scheme}, and the numbers differ."
        " Check that they are the same organisation, then confirm."
    ),
    "identifier-taken": _("The number {value} ({scheme}) belongs to “{name}” already."),
}
