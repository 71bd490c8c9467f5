"""What can be wrong with data files, in words."""

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "nearest-word": _("Did you mean “{near}”?"),
    # files
    "folder-empty": _("There is no data file (*.yaml) in “{folder}”."),
    "data-file-unknown": _("“{word}” is not the name of a data file. There are: {known}."),
    "file-not-utf8": _("The file is not written in UTF-8. Save it again with this encoding."),
    "file-empty": _("The file is empty. Fill it in or delete it."),
    "file-not-list": _("The file must be a list: each record begins with “- ”."),
    # writing
    "yaml-syntax": _("This is not YAML: {problem}. Check quotes, colons and indentation."),
    "yaml-tab": _("There is a tab here. Indent with spaces."),
    "yaml-character": _("The file holds a character that YAML does not allow. Write it again."),
    "yaml-alias": _("References (*{name}) are not read. Write the value out."),
    "yaml-tag": _("Types ({name}) are not read. Leave it out."),
    "yaml-deep": _(
        "Here the file nests more than {limit} levels deep; no data file does. Check brackets and indentation."
    ),
    "yaml-key": _("A key must be a single word."),
    "date-unquoted": _('Put the date in quotes: "{date}".'),
    "yes-no": _(
        "“{word}” may be read as yes or no. Write true or false, or put the word in quotes."
    ),
    # archives sent to the desk
    "bundle-not-zip": _(
        "This is not a ZIP archive. Put the folder of data files into one .zip file and send that."
    ),
    "bundle-broken": _("The archive is damaged. Pack the folder again and send it again."),
    "bundle-locked": _("The archive is locked by a password. Pack the folder again without one."),
    "bundle-packing": _(
        "The archive is packed in an unusual way. Pack the folder again as a plain ZIP archive."
    ),
    "bundle-large": _(
        "It weighs {size_mb} MB; {limit_mb} MB are accepted. Leave out large files, or ask the operator to"
        " load the folder."
    ),
    "bundle-swollen": _(
        "Unpacked, the archive would weigh more than {limit_mb} MB. Leave out large files, or ask the"
        " operator to load the folder."
    ),
    "bundle-many": _(
        "The archive holds {count} files; {limit} are accepted. Send it in several parts."
    ),
    "bundle-path": _(
        "“{name}” would lead out of the folder, or is no plain file. Pack the folder again without it."
    ),
    "bundle-twice": _("“{name}” is in the archive twice. Pack the folder again."),
    "bundle-gone": _(
        "The archive is no longer here: it was kept for some days only. Send it again."
    ),
    "bundle-unchecked": _(
        "These files were not checked, or something is wrong in them. Send them again."
    ),
    "load-not-yours": _(
        "Your role does not keep what is in “{place}”. Take it out of the folder, or ask the operator to"
        " load it."
    ),
    # keys
    "key-twice": _("The key “{key}” stands twice; first on line {first}. Keep one."),
    "key-unknown": _("The key “{word}” is not known here."),
    "key-missing": _("The key “{key}” is missing."),
    # values
    "type-text": _(
        "“{key}” must be one text. If it looks like a number or a date, put it in quotes."
    ),
    "type-languages": _("A text must be given by language: {languages}."),
    "type-number": _("“{key}” must be a number, without quotes and with a decimal point."),
    "type-whole-number": _("“{key}” must be a whole number, without quotes."),
    "type-true-false": _("“{key}” must be true or false, without quotes."),
    "type-list": _("“{key}” must be a list."),
    "type-group": _("“{key}” must be a group of keys, each with its value."),
    "text-unfit": _("“{key}” does not have the form that is expected here."),
    "number-not-above": _("“{key}” must be more than {gt}."),
    "number-below": _("“{key}” must be at least {ge}."),
    "number-above": _("“{key}” must be at most {le}."),
    "list-short": _("“{key}” has {actual_length} entries; it needs at least {min_length}."),
    "list-long": _("“{key}” has {actual_length} entries; it may have {max_length}."),
    "value-refused": _("“{key}”: {reason}"),
    "language-unknown": _("“{word}” is not a language of this site."),
    "language-blank": _("The text in “{language}” is empty. Write it or leave the language out."),
    "code-unknown": _("“{word}” is not one of the values expected here: {known}."),
    "slug-unfit": _("“{slug}” may hold only small letters without accents, digits and hyphens."),
    "block-not-one": _("A part of a page is one heading, one text or one list, not several."),
    "quotation-language-missing": _("Say in which language the quotation is: quotation_language."),
    # between records
    "slug-not-file": _("“{slug}” must be the name of the file, “{file}”."),
    "slug-twice": _("“{slug}” is used twice; first in {first}."),
    "entry-twice": _("This entry repeats the one on line {first}: same {fields}."),
    "link-unknown": _("“{word}” does not exist in {place}."),
    "link-circle": _("“{slug}” leads back to this record."),
}
