"""What the verification of the journal finds, in words."""

from django.utils.translation import gettext_lazy as _

FINDINGS = {
    "line-missing": _("Line {number} is missing: it was removed."),
    "line-changed": _("Line {number} is not as it was written: it was changed or inserted."),
    "tail-missing": _("Line {number} and those after it are missing: the end was cut off."),
    "line-inserted": _(
        "Line {number} stands after the end that the database knows: it was inserted."
    ),
    "head-changed": _("The end that the database knows does not match line {number}."),
    "outside-lost": _(
        "The end kept outside the database is lost or unreadable; the journal ends at {number}."
    ),
    "rolled-back": _(
        "Line {number} is known outside the database but not in it:"
        " the end was cut off, or an older database was put back."
    ),
    "outside-differs": _(
        "Line {number} is not the one known outside the database: it was rewritten."
    ),
}
