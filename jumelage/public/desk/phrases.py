"""What can be wrong with a backup, in words."""

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "backup-there": _("“{file}” exists already. Choose another name."),
    "backup-folder-absent": _("There is no folder “{folder}”. Make it first."),
    "backup-absent": _("There is no file “{file}”."),
    "backup-cut": _(
        "This is no backup of Jumelage, or its end was cut off. Take a whole copy. Nothing was changed."
    ),
    "backup-other-key": _(
        "This backup was sealed with another key. Give the key of the site that made it, in"
        " JUMELAGE_AUDIT_KEY or the file audit.key. Nothing was changed."
    ),
    "backup-altered": _(
        "This backup is not as it was written: it was altered or damaged. Take another copy."
        " Nothing was changed."
    ),
    "backup-other-version": _(
        "This backup was made by another version, {program}. Restore it with that version, then"
        " upgrade. Nothing was changed."
    ),
    "site-behind": _(
        "The tables are not those of this version: {count} steps are missing ({steps}). An upgrade is under way,"
        " or was left halfway: run “jumelage migrate”, then this command again."
    ),
    "site-not-empty": _(
        "This site already holds data. Restore into an empty one, or add --replace to lose what"
        " is here. Nothing was changed."
    ),
}
