"""The clerks' list as rows of texts, with only what its reader sees."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from jumelage.foundation.questionnaires.queries.answering import written_money
from jumelage.programmes.applications.models import Application
from jumelage.programmes.intake.queries.listing import Row, rows_of

STEP_ROWS = 500


def sheet_rows(user: Any, applications: QuerySet[Application]) -> Iterator[Sequence[str]]:
    """The heads, then one row for each application; amounts in euro ("1234,50"), moments on the city's clocks."""
    yield (
        *(gettext("Number"), gettext("State"), gettext("Deposited on"), gettext("Track")),
        *(gettext("Organisation"), gettext("Legal form"), gettext("Project")),
        *(gettext("Amount asked (euro)"), gettext("Bank account"), gettext("Language")),
        *(gettext("Way it came"), gettext("Completion asked"), gettext("A mail came back")),
    )
    found = list(applications)
    for start in range(0, len(found), STEP_ROWS):
        for row in rows_of(user, found[start : start + STEP_ROWS]):
            yield _texts(row)


def _texts(row: Row) -> Sequence[str]:
    one: Any = row.application
    local = timezone.localtime(row.deposited_at) if row.deposited_at else None
    dossier = getattr(one.organisation, "dossier", None) if row.organisation else None
    return (
        row.number,
        str(one.get_state_display()),
        f"{local:%Y-%m-%d %H:%M:%S}" if local else "",
        str(one.track.title),
        row.organisation,
        str(dossier.get_legal_form_display()) if dossier else "",
        row.title,
        written_money(row.amount_cents) if row.amount_cents is not None else "",
        row.iban,
        one.language,
        str(one.get_channel_display()),
        gettext("Yes") if row.completion_asked else "",
        gettext("Yes") if row.mail_trouble else "",
    )
