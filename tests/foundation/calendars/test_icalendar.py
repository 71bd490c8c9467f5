"""Calendar files, read back by another program."""

from datetime import UTC, date, datetime

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumelage.foundation.calendars.queries import CalendarEvent, calendar
from jumelage.foundation.calendars.rules.icalendar import escaped, folded

STAMP = datetime(2024, 9, 1, 12, tzinfo=UTC)


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
    assert one["SEQUENCE"] == (STAMP - datetime(2020, 1, 1, tzinfo=UTC)).total_seconds()
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


def test_an_entry_that_changed_has_a_higher_number() -> None:
    moments = (datetime(2018, 1, 1, tzinfo=UTC), STAMP, datetime(2087, 12, 31, tzinfo=UTC))
    made = calendar([entry(stamp=moment) for moment in moments], name="x", product="y")
    first, then, last = (one["SEQUENCE"] for one in read(made).walk("VEVENT"))
    # A whole number of the standard has 32 bits.
    assert 0 == first < then < last < 2**31


def test_line_ends_and_control_characters() -> None:
    assert escaped("a\r\nb\rc\x00\x07\x7f") == "a\\nb\\nc"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_folding_is_undone_by_unfolding(line: str) -> None:
    made = folded(line)
    assert all(len(part) <= 75 for part in made.removesuffix(b"\r\n").split(b"\r\n"))
    assert made.removesuffix(b"\r\n").replace(b"\r\n ", b"").decode() == line
