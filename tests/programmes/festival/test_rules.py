"""Moments, days and calendar files."""

from datetime import UTC, date, datetime, time

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.programmes.festival.rules.icalendar import CalendarEvent, calendar, escaped, folded
from jumelage.programmes.festival.rules.moments import exact_day, instant, moments
from jumelage.programmes.festival.rules.programme import Span, by_day, check_kinds

ZONE = "Europe/Brussels"
STAMP = datetime(2024, 9, 1, 12, tzinfo=UTC)


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
    assert caught.value.details == {"day": "2024-03-31", "time": "02:30"}


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


def entry(**more) -> CalendarEvent:
    return CalendarEvent(
        **{"uid": "a@b", "stamp": STAMP, "starts": date(2024, 9, 25), "summary": "Launch", **more}
    )


def read(made: bytes) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(made)


def test_a_calendar_is_read_back_by_another_program() -> None:
    text = "Line; one, two\\three\nÉté – " + "œ" * 90
    made = calendar(
        [
            entry(
                starts=datetime(2024, 9, 25, 16, tzinfo=UTC),
                ends=datetime(2024, 9, 25, 18, tzinfo=UTC),
                summary=text,
                description=text,
                location="Hall, Market 1",
                url="https://city.example/fr/x/",
                categories=("Débat, public", "Concert"),
                language="fr",
            ),
            entry(uid="c@b", cancelled=True),
        ],
        name="Quinzaine; 2024",
        product="-//Jumelage//Fortnight//EN",
    )
    found = read(made)
    assert found["VERSION"] == "2.0"
    assert found["X-WR-CALNAME"] == "Quinzaine\\; 2024"  # extensions are read as they stand
    one, other = found.walk("VEVENT")
    assert (one["UID"], one["SUMMARY"], one["DESCRIPTION"]) == ("a@b", text, text)
    assert one["SUMMARY"].params["LANGUAGE"] == "fr"
    assert one["LOCATION"] == "Hall, Market 1"
    assert one.decoded("DTSTART") == datetime(2024, 9, 25, 16, tzinfo=UTC)
    assert one.decoded("DTEND") == datetime(2024, 9, 25, 18, tzinfo=UTC)
    assert one.decoded("DTSTAMP") == STAMP
    assert [str(name) for name in one["CATEGORIES"].cats] == ["Débat, public", "Concert"]
    assert (one["STATUS"], other["STATUS"]) == ("CONFIRMED", "CANCELLED")
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    assert made.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in made.replace(b"\r\n", b"")


@pytest.mark.parametrize(
    ("starts", "ends", "end"),
    [
        (date(2024, 9, 25), None, None),
        (date(2024, 9, 25), date(2024, 9, 27), date(2024, 9, 28)),
        (date(2024, 9, 25), datetime(2024, 9, 27, 16, tzinfo=UTC), date(2024, 9, 28)),
        (datetime(2024, 9, 25, 16, tzinfo=UTC), None, None),
        (datetime(2024, 9, 25, 16, tzinfo=UTC), date(2024, 9, 27), None),
    ],
)
def test_a_day_of_end_is_included(starts, ends, end) -> None:
    (found,) = read(calendar([entry(starts=starts, ends=ends)], name="x", product="y")).walk(
        "VEVENT"
    )
    assert found.decoded("DTSTART") == starts
    assert (found.decoded("DTEND") if "DTEND" in found else None) == end


def test_line_ends_and_control_characters() -> None:
    assert escaped("a\r\nb\rc\x00\x07\x7f") == "a\\nb\\nc"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_folding_is_undone_by_unfolding(line: str) -> None:
    made = folded(line)
    assert all(len(part) <= 75 for part in made.removesuffix(b"\r\n").split(b"\r\n"))
    assert made.removesuffix(b"\r\n").replace(b"\r\n ", b"").decode() == line
