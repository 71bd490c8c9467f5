"""The rules of the room, case by case."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.programmes.atrisk.choices import Status
from jumelage.programmes.atrisk.rules.checks import due_on, is_old
from jumelage.programmes.atrisk.rules.publication import (
    Ground,
    check_approved,
    check_ground,
    check_imported,
)
from jumelage.programmes.atrisk.rules.spans import Span, span
from jumelage.programmes.atrisk.rules.statuses import letter_place, letters_shown, status_after
from jumelage.programmes.atrisk.rules.timeline import Moment, contradictions, in_order

TODAY = date(2026, 11, 22)
CAMPAIGN = Ground("campaign", "Page", "https://campaign.example", "civil_society", risk_note="Low")
CONSENT = replace(
    CAMPAIGN, basis="consent", consent_by="family", consent_on=date(2026, 1, 1), scope="text"
)
IMPORTED = Ground("imported", "City", "https://city.example", "city", pinned=True)


def day(text: str) -> PartialDate:
    return PartialDate.parse(text)


def moment(key: str, kind: str, when: str = "", until: str = "") -> Moment:
    return Moment(key, kind, day(when) if when else None, day(until) if until else None)


def refusal(act: Callable[[], Any]) -> str:
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.code


@pytest.mark.parametrize(
    ("ground", "code"),
    [
        (None, "atrisk-basis-missing"),
        (IMPORTED, "atrisk-basis-missing"),
        (replace(CAMPAIGN, source_address=""), "atrisk-campaign-unlinked"),
        (replace(CONSENT, consent_by=""), "atrisk-consent-incomplete"),
        (replace(CONSENT, consent_on=None), "atrisk-consent-incomplete"),
        (replace(CONSENT, scope=""), "atrisk-consent-incomplete"),
        (replace(CONSENT, expires_on=date(2026, 11, 21)), "atrisk-consent-expired"),
        (replace(CAMPAIGN, risk_note="  "), "atrisk-risk-note-missing"),
    ],
)
def test_nobody_is_shown_without_a_ground(ground: Ground | None, code: str) -> None:
    assert refusal(lambda: check_ground(ground, today=TODAY)) == code


@pytest.mark.parametrize(
    "ground",
    [CAMPAIGN, CONSENT, replace(CONSENT, expires_on=TODAY)],
    ids=["campaign", "consent", "last-day"],
)
def test_a_whole_ground_is_accepted(ground: Ground) -> None:
    check_ground(ground, today=TODAY)


@pytest.mark.parametrize("approvers", [[], [1], [1, 1]])
def test_one_person_twice_is_not_two(approvers: list[int]) -> None:
    assert refusal(lambda: check_approved(approvers)) == "atrisk-two-approvals"


def test_two_people_are_enough() -> None:
    check_approved([1, 2])


def test_only_a_paragraph_of_the_city_is_imported() -> None:
    check_imported(IMPORTED)
    for wrong in (replace(IMPORTED, source_voice="press"), replace(IMPORTED, source_address="")):
        assert refusal(lambda wrong=wrong: check_imported(wrong)) == "atrisk-import-not-city"  # type: ignore[misc]
    unpinned = replace(IMPORTED, pinned=False)
    assert refusal(lambda: check_imported(unpinned)) == "atrisk-import-unpinned"


@pytest.mark.parametrize(
    ("kind", "restricted", "status"),
    [
        ("arrest", False, "detained"),
        ("sentence", False, "sentenced"),
        ("release", False, "released_unconditional"),
        ("release", True, "released_restricted"),
        ("death", True, "deceased"),
        ("statement", False, None),
    ],
)
def test_what_an_event_brings(kind: str, restricted: bool, status: str | None) -> None:
    found = status_after(kind=kind, date=day("2025-01-16"), known=None, restricted=restricted)
    assert found == status


def test_what_lies_before_what_is_known_changes_nothing() -> None:
    told = {"kind": "arrest", "restricted": False, "known": day("2022-03")}
    assert status_after(date=day("2012-06-17"), **told) is None  # type: ignore[arg-type]
    assert status_after(date=None, **told) is None  # type: ignore[arg-type]
    assert status_after(date=day("2022"), **told) == "detained"  # type: ignore[arg-type]


@pytest.mark.parametrize("status", Status.values)
def test_every_status_has_its_place_for_letters(status: str) -> None:
    place = letter_place(status)
    free = {"released_unconditional", "deceased", "executed"}
    assert (place == "closed") == (status in free)
    assert (place == "paused") == (status == "unknown")
    assert (place == "restrictions") == (status == "released_restricted")
    assert bool(letters_shown(status)) == (place in {"open", "restrictions"})


def test_order_with_mixed_precision() -> None:
    moments = [
        moment("unknown", "other"),
        moment("day", "other", "2020-01-01"),
        moment("year", "other", "2020"),
        moment("month", "other", "2020-01"),
        moment("before", "other", "2019"),
    ]
    assert in_order(moments) == ["before", "day", "month", "year", "unknown"]


@pytest.mark.parametrize(
    ("moments", "codes"),
    [
        # Domain notes §0.2: the page says "detained since 2020" and "arrested in May 2018".
        (
            [
                moment("first", "arrest", "2014"),
                moment("out", "release", "2015-02"),
                moment("again", "arrest", "2018-05"),
                moment("since", "detention", "2020"),
            ],
            [("detention-elsewhen", "again", "since")],
        ),
        ([moment("a", "arrest", "2018-05"), moment("since", "detention", "2018")], []),
        ([moment("since", "detention", "2018")], []),
        ([moment("since", "detention"), moment("a", "arrest", "2018")], []),
        (
            [
                moment("a", "arrest", "2014"),
                moment("out", "release", "2015"),
                moment("since", "detention", "2020"),
            ],
            [],
        ),
        (
            [moment("since", "detention", "2018"), moment("a", "arrest", "2020")],
            [("detention-elsewhen", "a", "since")],
        ),
        (
            [moment("out", "release", "2012"), moment("a", "arrest", "2013")],
            [("release-unarrested", "out", "a")],
        ),
        ([moment("out", "release", "2012")], []),
        ([moment("out", "release", "2013"), moment("a", "arrest", "2013-05")], []),
        (
            [moment("end", "death", "2020"), moment("out", "release", "2021")],
            [("after-death", "end", "out")],
        ),
    ],
)
def test_what_contradicts_what(moments: list[Moment], codes: list[tuple[str, str, str]]) -> None:
    assert [(one.code, one.first, one.second) for one in contradictions(moments)] == codes


def test_an_interval_lasts_until_its_last_day() -> None:
    interval = moment("i", "release", "2025-01-16", "2025-01-17")
    assert (interval.earliest, interval.latest) == (date(2025, 1, 16), date(2025, 1, 17))


@pytest.mark.parametrize(
    ("checked", "old"), [(None, True), (date(2026, 5, 26), True), (date(2026, 5, 27), False)]
)
def test_a_check_grows_old_after_180_days(checked: date | None, old: bool) -> None:
    assert is_old(checked, today=TODAY) is old


def test_when_the_next_check_is_due() -> None:
    assert due_on(None, today=TODAY) == TODAY
    assert due_on(date(2026, 1, 1), today=TODAY) == date(2026, 6, 30)


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("2021-01", "2021-02-10", Span("months", 1)),  # domain notes §7b.2: about one month
        ("2021-01-03", "2021-02-10", Span("days", 38, exact=True)),
        ("2015", "2019", Span("years", 4)),
        ("2021-01", "2022", Span("years", 1)),
        ("2021", "2021-05-01", Span("years", 0)),
        ("2022-12-05", "2020", None),
        ("2022-12-05", "2022", None),
    ],
)
def test_a_span_is_never_more_exact_than_its_dates(
    first: str, second: str, found: Span | None
) -> None:
    assert span(day(first), day(second)) == found
