"""Validity, reminders, instruments and clauses, without a database."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.fairtrade.rules.clause import (
    MOST_REQUIREMENTS,
    Demand,
    Words,
    check_clause,
    requirements_in,
)
from jumelage.programmes.fairtrade.rules.instruments import SETS
from jumelage.programmes.fairtrade.rules.validity import (
    check_day,
    check_order,
    reminder_due,
    validity,
)

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("start", "days", "standing"),
    [
        (-300, -1, "expired"),
        (-300, 0, "soon"),
        (-300, 20, "soon"),
        (-300, 60, "soon"),
        (-300, 61, "valid"),
        (1, 10, "future"),
    ],
)
def test_where_a_certificate_stands(start: int, days: int, standing: str) -> None:
    """The last day of validity is included."""
    day = timedelta(days=1)
    found = validity(valid_from=TODAY + start * day, valid_until=TODAY + days * day, today=TODAY)
    assert found == standing


@pytest.mark.parametrize(
    ("days", "due"), [(61, None), (60, 60), (31, 60), (20, 30), (7, 7), (0, 7), (-1, -1), (-90, -1)]
)
def test_the_narrowest_threshold_is_due(days: int, due: int | None) -> None:
    """A night that was missed does not lose the reminder."""
    assert reminder_due(TODAY + timedelta(days=days), today=TODAY) == due


def test_an_end_before_the_start_is_refused() -> None:
    """With both days."""
    check_order(valid_from=TODAY, valid_until=TODAY)
    with pytest.raises(Refused) as refused:
        check_order(valid_from=TODAY, valid_until=date(2026, 11, 21))
    assert refused.value.code == "certificate-reversed"
    assert refused.value.details == {"start": date(2026, 11, 22), "end": date(2026, 11, 21)}


def test_a_check_of_tomorrow_is_refused() -> None:
    """Today is accepted."""
    check_day(TODAY, today=TODAY)
    with pytest.raises(Refused, match="certificate-check-future"):
        check_day(date(2026, 11, 23), today=TODAY)


def test_the_two_sets_of_instruments() -> None:
    """Eight conventions; eleven with C155, C187 and P029."""
    eight, eleven = ({one.code for one in SETS[code].instruments} for code in ("ilo-8", "ilo-11"))
    assert (len(eight), len(eleven)) == (8, 11)
    assert eleven - eight == {"C155", "C187", "P029"}
    assert (SETS["ilo-8"].end, SETS["ilo-11"].start) == ("2022-06", "2022-06")


FR = Words(
    language="fr",
    subject="les vêtements de travail",
    link="les vêtements fournis sont cousus dans ces conditions",
    requirements=("Pas de travail forcé dans les ateliers",),
)
NL = Words(language="nl", subject="", link="", requirements=())
WEAR = Demand(place="performance", mark="Fair Wear", membership=True, or_equivalent=True)


def test_a_whole_clause_passes_in_the_languages_begun() -> None:
    """Dutch was left out."""
    assert check_clause(WEAR, [FR, NL], marks=["Fair Wear"]) == [FR]
    assert check_clause(Demand(place="award"), [FR], marks=[]) == [FR]


def test_a_named_mark_with_or_equivalent_passes() -> None:
    """In the text itself."""
    named = replace(FR, requirements=("Adhésion à Fair Wear ou équivalent",))
    assert check_clause(WEAR, [named], marks=["Fair Wear"]) == [named]
    dutch = Words("nl", "de werkkledij", "de werkkledij zelf", ("Fair Wear of gelijkwaardig",))
    assert check_clause(WEAR, [dutch], marks=["Fair Wear"]) == [dutch]
    short = replace(FR, subject="thé", link="ce qui est bu")
    assert check_clause(WEAR, [short], marks=[]) == [short]


@pytest.mark.parametrize(
    ("demand", "words", "code"),
    [
        (WEAR, NL, "clause-empty"),
        (WEAR, replace(FR, subject=""), "clause-subject-missing"),
        (WEAR, replace(FR, requirements=()), "clause-requirements-missing"),
        (
            WEAR,
            replace(FR, requirements=("Une",) * (MOST_REQUIREMENTS + 1)),
            "clause-requirements-many",
        ),
        (WEAR, replace(FR, link=""), "clause-link-missing"),
        (WEAR, replace(FR, link="une entreprise responsable"), "clause-link-elsewhere"),
        (replace(WEAR, or_equivalent=False), FR, "clause-mark-alone"),
        (WEAR, replace(FR, requirements=("Membre de fair wear",)), "clause-named-alone"),
    ],
)
def test_what_is_refused(demand: Demand, words: Words, code: str) -> None:
    """Each with its name."""
    with pytest.raises(Refused, match=code):
        check_clause(demand, [words], marks=["Fair Wear"])


def test_requirements_are_read_line_by_line() -> None:
    """Dashes and empty lines do not count."""
    assert requirements_in("- Une\n\n • Deux \nTrois") == ("Une", "Deux", "Trois")
