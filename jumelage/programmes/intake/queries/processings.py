"""What is kept about those whose application the service enters, reminds of or erases, in words."""

from django.utils.translation import gettext as _

from jumelage.programmes.intake.rules.idleness import IDLE_DAYS
from jumelage.programmes.intake.rules.reminding import WARNING_DAYS


def processings() -> list[dict[str, str]]:
    """What the room does with data about people, in words."""
    return [
        {
            "title": _("Applications on paper or by e-mail"),
            "what": _(
                "Name, e-mail address and telephone of who sent it, when it came, and the original, scanned."
            ),
            "why": _("So that who does not apply on the site takes part like everybody."),
            "readers": _("The clerks who enter it, and those who handle applications."),
            "until": _("With the application."),
        },
        *_erased(),
        {
            "title": _("Likely doubles"),
            "what": _(
                "Of what was deposited, keyed values of account, number, people, address and text: they can be"
                " compared, not read."
            ),
            "why": _(
                "So that a clerk sees when two applications may be one. Nothing is refused by it."
            ),
            "readers": _("The clerks who handle applications see which are alike, and why."),
            "until": _("With the application."),
        },
    ]


def _erased() -> list[dict[str, str]]:
    return [
        {
            "title": _("Reminders and drafts that were never deposited"),
            "what": _("The e-mail addresses of those who work on a draft."),
            "why": _(
                "To remind them of the deadline, and to warn them before the draft is erased."
            ),
            "readers": _("Nobody: the site itself writes to them."),
            "until": _(
                "The draft, its files and these mails are erased after the time that its call states, at least {days}"
                " days after the warning."
            ).format(days=WARNING_DAYS),
        },
        {
            "title": _("Dossiers that nobody manages"),
            "what": _("The dossier as it stands, and the e-mail addresses in it."),
            "why": _("To warn them before it is erased."),
            "readers": _("The staff who check dossiers."),
            "until": _(
                "{days} days after the last change, if no application was made with it; a warning goes out {warning}"
                " days before."
            ).format(days=IDLE_DAYS, warning=WARNING_DAYS),
        },
    ]
