"""Refusals of the room, in words."""

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "demo-only": _("Fictional applications are made only when JUMELAGE_DEMO is on."),
    "call-unknown": _("No call of that name is open. Name one that is, or open one."),
    "arrival-ahead": _("The hour of arrival lies in the future. Write when it really came."),
    "arrival-early": _("It came before the call opened. Keep the original, and tell the sender."),
    "arrival-late": _(
        "It came after the deadline, so it takes no part and is not entered."
        " Keep the original, and tell the sender why."
    ),
    "intake-not-allowed": _("You may not enter applications that came on paper or by e-mail."),
    "intake-channel": _("Say whether it came on paper or by e-mail."),
    "intake-twice": _(
        "This original is entered already, for this track and this organisation: look for it in the list."
    ),
    "intake-online": _("This application is its applicants’ own: they deposit it themselves."),
    "compare-not-allowed": _("You may not say whether two applications are the same."),
    "compare-itself": _("An application cannot be compared with itself."),
    "compare-because": _("Write why: the next clerk will ask."),
    "verdict-unknown": _("Say whether it is a double or not."),
    "export-not-allowed": _("You may look at the list, but not take it along as a file."),
    "export-kind": _("Choose CSV, ODS or XLSX."),
    "mail-not-allowed": _("You may not write down what became of this mail."),
    "mail-unknown": _("This mail is not there, or it was not sent."),
}
# Beside those of the room whose acts are asked for here.
DECLARATION = _(
    "The original, signed in the name of the organisation, came to the service at the hour that is written here;"
    " what was typed in is what it says."
)
