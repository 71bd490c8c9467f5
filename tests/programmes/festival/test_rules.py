"""Moments and days."""

from datetime import UTC, date, datetime, time

import pytest

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.programmes.festival.rules.moments import exact_day, instant, moments
from jumelage.programmes.festival.rules.programme import Span, by_day, check_kinds

ZONE = "Europe/Brussels"


@pytest.mark.parametrize(
    ("day", "hour", "utc"),
    [
        (date(2024, 9, 25), time(18), datetime(2024, 9, 25, 16, tzinfo=UTC)),
        (date(2024, 10, 26), time(18), datetime(2024, 10, 26, 16, tzinfo=UTC)),
        (date(2024, 10, 27), time(18), datetime(2024, 10, 27, 17, tzinfo=UTC)),
        # 02:30 comes twice that night: the first.
        (date(2024, 10, 27), time(2, 30), datetime(2024, 10, 27, 0, 30, tzinfo=UTC)),
        (date(2024, 3, 31), time(3), datetime(2024, 3, 31, 1, tzinfo=UTC)),
    ],
)
def test_an_hour_of_the_citys_clocks_is_one_moment(day: date, hour: time, utc: datetime) -> None:
    assert instant(day, hour, zone=ZONE) == utc


def test_an_hour_that_the_clocks_skip_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        instant(date(2024, 3, 31), time(2, 30), zone=ZONE)
    assert caught.value.code == "time-not-existing"
    assert caught.value.details == {"day": date(2024, 3, 31), "time": "02:30"}


def parse(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


@pytest.mark.parametrize(
    ("first", "last", "hours", "expected"),
    [
        (None, None, (None, None), (None, None)),
        ("2024-09", None, (None, None), (None, None)),
        ("2024-09-25", None, (None, None), (date(2024, 9, 25), None)),
        ("2024-09-25", "2024-09-27", (None, None), (date(2024, 9, 25), date(2024, 9, 27))),
        (
            "2024-09-25",
            None,
            (time(18), None),
            (datetime(2024, 9, 25, 16, tzinfo=UTC), None),
        ),
        # The night when clocks go back: from 01:00 to 04:00 is four hours.
        (
            "2024-10-27",
            None,
            (time(1), time(4)),
            (datetime(2024, 10, 26, 23, tzinfo=UTC), datetime(2024, 10, 27, 3, tzinfo=UTC)),
        ),
        (
            "2024-09-25",
            "2024-09-26",
            (time(22), time(1)),
            (datetime(2024, 9, 25, 20, tzinfo=UTC), datetime(2024, 9, 25, 23, tzinfo=UTC)),
        ),
        (
            "2024-09-25",
            "2024-09-27",
            (time(9), None),
            (datetime(2024, 9, 25, 7, tzinfo=UTC), date(2024, 9, 27)),
        ),
    ],
)
def test_moments(first, last, hours, expected) -> None:
    assert moments(parse(first), parse(last), hours, zone=ZONE) == expected


@pytest.mark.parametrize(
    ("first", "last", "hours", "code"),
    [
        (None, None, (time(18), None), "time-without-day"),
        ("2024-09", None, (time(18), None), "time-without-day"),
        ("2024-09-25", "2024-10", (time(18), time(19)), "time-without-day"),
        ("2024-09-25", None, (None, time(19)), "occurrence-end-alone"),
        ("2024-09-25", None, (time(19), time(18)), "occurrence-reversed"),
        ("2024-09-25", None, (time(19), time(19)), "occurrence-reversed"),
        ("2024-09-25", "2024-09-24", (None, None), "occurrence-reversed"),
        ("2024-09-25", "2024-08", (None, None), "occurrence-reversed"),
        ("2024-03-31", None, (time(2, 15), None), "time-not-existing"),
    ],
)
def test_impossible_moments_are_refused(first, last, hours, code) -> None:
    with pytest.raises(Refused) as caught:
        moments(parse(first), parse(last), hours, zone=ZONE)
    assert caught.value.code == code


def test_a_day_is_exact_only_when_it_is_known_to_the_day() -> None:
    assert exact_day(PartialDate(2024, 9, 25)) == date(2024, 9, 25)
    assert exact_day(PartialDate(2024, 9)) is None
    assert exact_day(None) is None


def test_the_programme_by_day() -> None:
    first, second, third = (date(2024, 9, number) for number in (25, 26, 27))
    found = by_day(
        [
            Span("late", first, first, time(20)),
            Span("unknown hour", first, first),
            Span("exhibition", first, third, time(9)),
            Span("last", third, third, time(10)),
        ]
    )
    assert [(day.date, day.starting, day.going_on) for day in found] == [
        (first, ["exhibition", "late", "unknown hour"], []),
        (second, [], ["exhibition"]),
        (third, ["last"], ["exhibition"]),
    ]
    assert by_day([]) == []


def test_kinds_are_known() -> None:
    check_kinds(["debate"], known=["debate", "show"])
    with pytest.raises(Refused) as caught:
        check_kinds(["circus"], known=["debate", "show"])
    assert caught.value.details == {"code": "circus", "known": "debate, show"}
