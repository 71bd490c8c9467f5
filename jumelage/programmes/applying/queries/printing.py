"""An application as paper shows it, on a page or in a PDF."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext, pgettext

from jumelage.foundation.questionnaires.queries.readout import answers_shown
from jumelage.programmes.applications.queries.answers import Draft
from jumelage.programmes.applications.queries.deposits import standing_deposit
from jumelage.programmes.applications.queries.receipts import hour_words
from jumelage.programmes.applying.queries.pages import label_of


def paper_of(draft: Draft, *, language: str, now: datetime) -> dict[str, Any]:
    """All that is written, section by section, with the state at `now`; call inside the language it is read in."""
    application = draft.application
    deposit = standing_deposit(application)
    state = (
        gettext("Deposited under number {number}, on {moment}.").format(
            number=deposit.number, moment=hour_words(deposit.at)
        )
        if deposit
        else gettext("This is a draft: it is NOT deposited.")
    )
    pairs = [
        (gettext("Call"), application.call.title),
        (gettext("Track"), draft.track.title),
        (gettext("Organisation"), draft.dossier.name if draft.dossier else ""),
    ]
    return {
        "lang": language,
        "title": draft.title or gettext("Without a title yet"),
        "file_name": _file_name(deposit.number if deposit else "", application.call.slug),
        "state": state,
        "deposited": deposit is not None,
        "facts": [{"label": label, "value": str(value)} for label, value in pairs if str(value)],
        "sections": answers_shown(draft.definition, draft.answers, draft.context),
        "files": [
            {"label": label_of(draft, one.field), "name": one.name} for one in draft.attachments
        ],
        "said": {
            "page": gettext("Page"),
            "mark": gettext("Two rings, one line"),
            "site": gettext("International solidarity"),
            "files": gettext("Files"),
            "unanswered": gettext("Not answered"),
            "fact": gettext("What"),
            "value": gettext("Details"),
            "made_on": gettext("This copy was made on"),
        },
        "made_on": hour_words(now),
    }


def _file_name(number: str, call: str) -> str:
    """Another name than the receipt's, which is the number alone."""
    draft, sent = pgettext("file name", "draft"), pgettext("file name", "application")
    return f"{number}-{sent}" if number else f"{call}-{draft}"
