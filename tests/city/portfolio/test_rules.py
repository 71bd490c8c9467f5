"""Where a project stands, how the explorer is asked, which codes are known, what may be published."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumelage.city.portfolio.choices import Status, Theme
from jumelage.city.portfolio.rules.codes import check_sdgs, check_themes
from jumelage.city.portfolio.rules.filters import Filters, pages_of, read_filters
from jumelage.city.portfolio.rules.status import status_on
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.foundation.kernel.periods import Period

TODAY = date(2024, 6, 15)


def status(start: str, end: str, explicit: str = "", today: date = TODAY) -> str:
    dates = (PartialDate.parse(text) if text else None for text in (start, end))
    return status_on(explicit=explicit, period=Period(*dates), today=today)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2021", "2023", Status.ENDED),
        ("", "2023-12", Status.ENDED),
        ("", "2024-06-14", Status.ENDED),
        ("2021", "2024", Status.ONGOING),
        ("2021", "2024-06", Status.ONGOING),
        ("2021", "2024-06-15", Status.ONGOING),
        ("2024", "2026", Status.ONGOING),
        ("", "2026", Status.ONGOING),
        ("2025", "2026", Status.PLANNED),
        ("2024-07", "", Status.PLANNED),
        ("2024-06-16", "2024", Status.PLANNED),
        ("2002", "", Status.UNKNOWN),
        ("2024-06", "", Status.UNKNOWN),
        ("", "", Status.UNKNOWN),
    ],
)
def test_status_follows_from_the_period(start: str, end: str, expected: str) -> None:
    assert status(start, end) == expected


@pytest.mark.parametrize("explicit", Status.values)
def test_what_a_person_said_goes_first(explicit: str) -> None:
    assert status("2021", "2023", explicit) == explicit


_DATES = st.dates(date(2020, 1, 1), date(2026, 12, 31))
_PARTIAL: st.SearchStrategy[PartialDate] = st.builds(
    lambda day, known: PartialDate(day.year, *(day.month, day.day)[:known]),
    _DATES,
    st.integers(0, 2),
)


@given(st.none() | _PARTIAL, _DATES)
def test_unknown_end_is_never_an_end(start: PartialDate | None, today: date) -> None:
    found = status_on(explicit="", period=Period(start, None), today=today)
    assert found in {Status.UNKNOWN, Status.PLANNED}


@given(_PARTIAL, _DATES)
def test_time_only_moves_on(end: PartialDate, today: date) -> None:
    period = Period(None, end)
    if status_on(explicit="", period=period, today=today) == Status.ENDED:
        later = today + timedelta(days=1)
        assert status_on(explicit="", period=period, today=later) == Status.ENDED


def read(**parameters: str) -> Filters:
    return read_filters(parameters, themes=Theme.values, statuses=Status.values)


def test_each_word_is_sought_once_and_eight_at_most() -> None:
    assert read(q="eau EAU a b c d e f g h i").words == ["eau", *"abcdefg"]


def test_every_filter_is_read() -> None:
    asked = {
        "q": "  Été  à Labé ",
        "theme": "water",
        "country": "gn",
        "status": "ended",
        "partner": "vivaqua",
        "sdg": "6",
        "sort": "newest",
        "page": "3",
    }
    filters = read(**asked)
    assert filters == Filters("Été  à Labé", "water", "GN", "ended", "vivaqua", "6", "newest", 3)
    assert filters.words == ["ete", "a", "labe"]
    assert filters.chosen == {
        "q": "Été  à Labé",
        "theme": "water",
        "country": "GN",
        "status": "ended",
        "partner": "vivaqua",
        "sdg": "6",
    }


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "magic"),
        ("country", "BEL"),
        ("country", "1"),
        ("status", "paid"),
        ("partner", "A b"),
        ("partner", "x" * 81),
        ("sdg", "0"),
        ("sdg", "18"),
        ("sdg", "٣"),
        ("sort", "money"),
        ("page", "0"),
        ("page", "-1"),
        ("page", "two"),
        ("page", "9" * 7),
        ("unheard", "of"),
    ],
)
def test_what_is_not_known_is_left_out(name: str, value: str) -> None:
    assert read(**{name: value}) == Filters()


def test_text_is_cut_to_a_length_and_cleaned() -> None:
    assert len(read(q="a" * 500).q) == 200
    assert read(q="a\0b").q == "ab"


@given(
    st.dictionaries(st.sampled_from(["q", "theme", "country", "sdg", "page", "sort"]), st.text())
)
def test_no_address_breaks_the_explorer(parameters: dict[str, str]) -> None:
    filters = read(**parameters)
    assert read(**{name: str(value) for name, value in vars(filters).items()}) == filters


def test_address_of_the_filters() -> None:
    filters = Filters(q="eau & été", theme="water", page=4)
    assert Filters().query() == ""
    assert filters.query() == "?q=eau+%26+%C3%A9t%C3%A9&theme=water"
    assert filters.query(page=2) == "?q=eau+%26+%C3%A9t%C3%A9&theme=water&page=2"
    assert filters.query(q="", sdg="6") == "?theme=water&sdg=6"
    assert filters.query(q="", theme="") == ""


@pytest.mark.parametrize(
    ("total", "pages"), [(0, 1), (1, 1), (20, 1), (21, 2), (40, 2), (3000, 150)]
)
def test_number_of_pages(total: int, pages: int) -> None:
    assert pages_of(total) == pages


@pytest.mark.parametrize(
    ("check", "code"),
    [
        (lambda: check_themes(["water", "magic"], known=Theme.values), "theme-unknown"),
        (lambda: check_sdgs([1, 18]), "sdg-unknown"),
        (lambda: check_sdgs([0]), "sdg-unknown"),
    ],
)
def test_unknown_codes_are_refused(check: Callable[[], None], code: str) -> None:
    with pytest.raises(Refused, match=code):
        check()


def test_known_codes_are_accepted() -> None:
    check_themes(["water"], known=Theme.values)
    check_sdgs([1, 17])
