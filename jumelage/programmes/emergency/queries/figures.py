"""What the published answers add up to: countries, amounts by stage, and what is not known."""

from dataclasses import dataclass

from jumelage.programmes.emergency.choices import Form, Outcome, Stage
from jumelage.programmes.emergency.models import Crisis, Response
from jumelage.programmes.emergency.rules.coverage import helped


@dataclass(frozen=True)
class Amount:
    """Euro cents at one stage ("" where the stage is not known), and how many answers they come from."""

    stage: str
    label: str
    total_cents: int
    count: int


@dataclass(frozen=True)
class Figures:
    """Numbers that open onto rows.

    `countries`: two-letter code → the crises in which help surely reached it. `unsure`: countries of which no
    source says whether the fund was used. Money and goods are counted apart and never added up.
    """

    countries: dict[str, list[Crisis]]
    unsure: list[str]
    amounts: list[Amount]
    money_unknown: int
    goods: int
    refused: list[Response]


def figures() -> Figures:
    """The figures of everything that visitors may see. 1 query."""
    rows = list(
        Response.objects.filter(published=True, crisis__published=True).select_related("crisis")
    )
    given = [row for row in rows if row.outcome == Outcome.GIVEN]
    money = [row for row in given if row.form == Form.MONEY]
    countries = _countries(given)
    surely = _countries([row for row in given if row.from_fund])
    return Figures(
        countries=countries,
        unsure=[code for code in countries if code not in surely],
        amounts=_amounts(money),
        money_unknown=sum(row.amount_cents is None for row in money),
        goods=sum(row.form == Form.GOODS for row in given),
        refused=[row for row in rows if row.outcome == Outcome.REFUSED],
    )


def _countries(given: list[Response]) -> dict[str, list[Crisis]]:
    """Help that is known not to come from the fund says nothing of what the fund did."""
    found: dict[str, list[Crisis]] = {}
    for row in given:
        if row.from_fund is False:
            continue
        for code in helped(row.countries, of_crisis=row.crisis.countries):
            crises = found.setdefault(code, [])
            if row.crisis not in crises:
                crises.append(row.crisis)
    return dict(sorted(found.items()))


def _amounts(money: list[Response]) -> list[Amount]:
    labels: dict[str, str] = {stage.value: str(stage.label) for stage in Stage} | {"": ""}
    found = []
    for stage, label in labels.items():
        known = [
            row.amount_cents for row in money if row.stage == stage and row.amount_cents is not None
        ]
        if known:
            found.append(Amount(stage, label, sum(known), len(known)))
    return found
