"""Refusals of the room, in words."""

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "record-exists": _("“{key}” is taken by another record. Choose another short name."),
    "record-changed": _(
        "Somebody else changed the same texts while you were writing. Nothing is lost: compare both below."
    ),
    "record-gone": _("This record is no longer there."),
    "work-unknown": _("There is no work named “{kind}”."),
    "work-broken": _(
        "Something failed on our side. The failure is noted; start again, or tell the operator."
    ),
    "texts-missing": _(
        "A public notice needs its texts in French and in Dutch. Missing: {fields}."
    ),
    "export-empty": _("There is nothing to export with these filters."),
}
