"""Make next year's call from this one."""

from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.questionnaires.models import Form
from jumelage.foundation.questionnaires.services.copy_form import copy_form
from jumelage.programmes.callmaking.queries.sheets import sheet_of
from jumelage.programmes.callmaking.rules.shifting import dated, renamed, shifted
from jumelage.programmes.calls.choices import Authority, DocumentKind
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.services.write_sheet import write_sheet

_DATES = ("opens_on", "closes_on")
# Last year's regulation and form are not next year's.
_LEFT = frozenset({DocumentKind.REGULATION, DocumentKind.FORM})


def clone_call(call: Call, *, year: int, slug: str, actor: Any = None) -> Call:
    """A call in preparation for `year`, under `slug`, with the texts, rules and rows of `call`.

    Every date moves with the year (rules/shifting.py); the year in titles is replaced. The form is a
    copy of its own: the questions of `year` never reach those who still fill in the old one. Applications,
    notices, versions, sources and subscribers stay with the old one; without its source no rule is
    official. Raises Refused("call-slug-taken").
    """
    with transaction.atomic():
        # Two clicks, or two clerks, wait for each other here.
        Call.objects.select_for_update().get(pk=call.pk)
        if Call.objects.filter(slug=slug).exists():
            raise Refused("call-slug-taken", slug=slug)
        sheet = sheet_of(call)
        sheet["title"] = _renamed(sheet["title"], call.year, year)
        for name in _DATES:
            sheet[name] = shifted(sheet[name], years=year - call.year)
        for row in sheet["dates"]:
            row["date"] = shifted(row["date"], years=year - call.year)
            row["title"] = _renamed(row["title"], call.year, year)
            row["cancelled"] = False
        sheet["call_documents"] = [
            row for row in sheet["call_documents"] if row["kind"] not in _LEFT
        ]
        _propose(sheet)
        if call.form:
            sheet["form"] = _form_of(call.form, call.year, year, actor=actor)
        made = Call(slug=slug, year=year, cloned_from=call)
        write_sheet(made, sheet)
        write_line("calls.clone", made, actor=actor, source=call.pk)
    return made


def _propose(sheet: dict[str, Any]) -> None:
    """Nothing of the year before proves a rule or a figure of this one."""
    sheet["budget_authority"] = Authority.PROPOSAL
    for rows in sheet.values():
        for row in rows if isinstance(rows, list) else ():
            if "authority" in row:
                row["authority"] = Authority.PROPOSAL


def _form_of(form: Form, before: int, after: int, *, actor: Any) -> Form:
    slug = dated(form.slug, before=before, after=after, joint="-")
    title = {
        code: dated(words, before=before, after=after)
        for code, words in form.title.items()
        if words
    }
    return copy_form(form, slug=slug, title=title, actor=actor)


def _renamed(text: dict[str, str], before: int, after: int) -> dict[str, str]:
    return {code: renamed(words, before=before, after=after) for code, words in text.items()}
