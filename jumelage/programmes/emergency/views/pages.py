"""What the pages of the room show."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext

from jumelage.city.evidence.models import Claimed
from jumelage.city.evidence.queries import said
from jumelage.foundation.audit.queries import last_change_of
from jumelage.foundation.kernel.folding import fold
from jumelage.foundation.reference.queries import country_name, entries
from jumelage.programmes.emergency import queries
from jumelage.programmes.emergency.choices import GoodsStatus, Hazard, Outcome, Principle
from jumelage.programmes.emergency.models import Crisis, Response
from jumelage.programmes.emergency.queries import Chosen
from jumelage.programmes.emergency.rules.coverage import Coverage
from jumelage.programmes.emergency.rules.glide import Glide, read_glide

PAGE_ROWS = 20


def emergency_page(chosen: Chosen, *, number: str) -> dict[str, Any]:
    """The fund, its figures, and the crises that fit `chosen`, a page at a time. At most 7 queries."""
    options = queries.choices(chosen)
    page = Paginator(options.fitting, PAGE_ROWS).get_page(number)
    found = {crisis.pk: crisis for crisis in queries.crises(list(page.object_list))}
    crises = [found[pk] for pk in page.object_list]
    for crisis in crises:
        _name(crisis)
    fund, figures = queries.fund(), queries.figures()
    shown: list[Claimed] = [*([fund] if fund else []), *crises]
    # Of a refusal, only the reason is shown here; the rest stands on the page of the crisis.
    records = [*shown, *figures.refused]
    wanted = {"year": chosen.year, "country": chosen.country}
    query = urlencode({name: value for name, value in wanted.items() if value})
    return {
        "fund": fund,
        "principles": [Principle(code).label for code in fund.principles] if fund else [],
        "figures": figures,
        "countries": _by_name(
            (country_name(code), rows) for code, rows in figures.countries.items()
        ),
        "coverage": Coverage(
            declared=fund.declared_countries if fund else None, documented=len(figures.countries)
        ),
        "crises": crises,
        "page": page,
        "elided": list(page.paginator.get_elided_page_range(page.number)),
        "query": f"{query}&" if query else "",
        "chosen": chosen,
        "years": options.years,
        "country_choices": _by_name((country_name(code), code) for code in options.countries),
        "sources": said(records),
    }


def crisis_page(crisis: Crisis) -> dict[str, Any]:
    """A crisis, what the city gave, put off and refused; each record bears its claims. At most 4 queries."""
    answers = list(crisis.responses.all())
    goods = [lot for answer in answers for lot in answer.goods.all()]
    decisions = [answer.decision for answer in answers if answer.decision]
    sources = said([crisis, *answers, *goods, *decisions])
    _name(crisis)
    for answer in answers:
        _prepare(answer, crisis)
    return {
        "crisis": crisis,
        "glides": [_explained(text) for text in crisis.glides],
        "given": [one for one in answers if one.outcome == Outcome.GIVEN],
        "deferred": [one for one in answers if one.outcome == Outcome.DEFERRED],
        "refused": [one for one in answers if one.outcome == Outcome.REFUSED],
        "changed": last_change_of([crisis, *answers]),
        "sources": sources,
        "trail": [{"url": reverse("emergency"), "label": gettext("Emergency aid")}],
    }


def _by_name(pairs: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """In the reader's alphabet, where É stands beside E."""
    return sorted(pairs, key=lambda pair: fold(pair[0]))


def _name(crisis: Crisis) -> None:
    vars(crisis)["country_names"] = [country_name(code) for code in crisis.countries]


def _prepare(answer: Response, crisis: Crisis) -> None:
    lots = list(answer.goods.all())
    groups = [
        (
            status,
            status.label,
            [lot for lot in lots if lot.status == status],
            answer.said.get(f"goods:{status}"),
        )
        for status in GoodsStatus
    ]
    vars(answer).update(
        lots=[group for group in groups if group[2]],
        helped=[country_name(code) for code in answer.countries],
        several=len(crisis.countries) > 1,
        principle_names=[Principle(code).label for code in answer.principles],
    )


def _explained(text: str) -> tuple[Glide, str, str]:
    """A number, its hazard and its country in words."""
    known = {country.alpha3: code for code, country in entries("countries").items()}
    glide = read_glide(text, hazards=Hazard.values, countries=known)
    name = country_name(known[glide.country], get_language())
    return glide, str(Hazard(glide.hazard).label), name
