"""What the hour allows: to the second, across both changes of the clocks of 2026 and 2027, reproducibly."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.programmes.applications.queries.deadlines import deadline_of
from jumelage.programmes.applications.rules.deadline import (
    Deadline,
    Door,
    Use,
    check_open,
    check_start,
    check_window,
    door_to,
    ends_at,
    is_worth_noting,
)
from jumelage.programmes.calls.models import Call
from tests.factories.calls import an_open_call

BRUSSELS = ZoneInfo("Europe/Brussels")
OPENS = datetime(2026, 2, 1, 8, 0, tzinfo=BRUSSELS)
CLOSES = datetime(2026, 4, 1, 16, 0, tzinfo=BRUSSELS)
CALL = Deadline(opens_at=OPENS, closes_at=CLOSES, grace_minutes=30)


def at(hour: int, minute: int = 0, second: int = 0, micro: int = 0) -> datetime:
    return datetime(2026, 4, 1, hour, minute, second, micro, tzinfo=BRUSSELS)


@pytest.mark.parametrize(
    ("now", "door"),
    [
        (OPENS - timedelta(seconds=1), Door.EARLY),
        (OPENS, Door.OPEN),
        (at(15, 59, 59), Door.OPEN),
        (at(16, 0, 0), Door.OPEN),
        (at(16, 0, 0, 999_999), Door.OPEN),
        (at(16, 0, 1), Door.CLOSED),
        (at(23), Door.CLOSED),
    ],
)
def test_the_closing_second_is_on_time_and_the_next_one_is_late(now: datetime, door: Door) -> None:
    assert door_to(CALL, Use(), now=now) == door


@pytest.mark.parametrize(
    ("active_at", "now", "door"),
    [
        (at(15, 30), at(16, 0, 1), Door.GRACE),
        (at(15, 29, 59), at(16, 0, 1), Door.CLOSED),
        (at(16), at(16, 30), Door.GRACE),
        (at(16), at(16, 30, 1), Door.CLOSED),
        (at(16, 0, 1), at(16, 0, 2), Door.CLOSED),
        (None, at(16, 0, 1), Door.CLOSED),
    ],
)
def test_a_draft_in_use_at_the_hour_has_the_grace_period(
    active_at: datetime | None, now: datetime, door: Door
) -> None:
    assert door_to(CALL, Use(active_at=active_at), now=now) == door


def test_a_call_may_give_no_grace() -> None:
    strict = Deadline(opens_at=OPENS, closes_at=CLOSES, grace_minutes=0)
    assert door_to(strict, Use(active_at=at(16)), now=at(16, 0, 1)) == Door.CLOSED


def test_nothing_starts_in_the_grace_period() -> None:
    assert check_start(CALL, late_until=None, now=at(16)) == Door.OPEN
    with pytest.raises(Refused, match="too-late"):
        check_start(CALL, late_until=None, now=at(16, 0, 1))


def test_a_late_code_opens_until_its_own_hour() -> None:
    use = Use(late_until=at(20))
    assert door_to(CALL, use, now=at(16, 0, 1)) == Door.LATE_CODE
    assert door_to(CALL, use, now=at(20)) == Door.LATE_CODE
    assert door_to(CALL, use, now=at(20, 0, 1)) == Door.CLOSED
    assert check_start(CALL, late_until=at(20), now=at(19)) == Door.LATE_CODE


@pytest.mark.parametrize(
    ("deadline", "now", "code"),
    [
        (CALL, OPENS - timedelta(days=1), "too-early"),
        (CALL, at(17), "too-late"),
        (
            Deadline(opens_at=OPENS, closes_at=CLOSES, cancelled=True),
            at(10),
            "call-is-cancelled",
        ),
    ],
)
def test_a_closed_door_says_why(deadline: Deadline, now: datetime, code: str) -> None:
    with pytest.raises(Refused, match=code):
        check_open(deadline, Use(active_at=None), now=now)
    with pytest.raises(Refused, match=code):
        check_start(deadline, late_until=None, now=now)


def test_a_cancelled_call_takes_no_late_code_either() -> None:
    cancelled = Deadline(opens_at=None, closes_at=CLOSES, cancelled=True)
    assert door_to(cancelled, Use(late_until=at(20)), now=at(17)) == Door.CANCELLED


def test_a_call_without_a_known_hour_stays_open_until_an_act_closes_it() -> None:
    open_ended = Deadline(opens_at=None, closes_at=None)
    assert door_to(open_ended, Use(), now=at(3)) == Door.OPEN
    assert ends_at(open_ended, Use(), now=at(3)) is None
    assert is_worth_noting(open_ended, at(2), now=at(3))
    assert not is_worth_noting(open_ended, at(3), now=at(3, 0, 30))


@pytest.mark.parametrize(
    ("use", "now", "end"),
    [
        (Use(), at(12), at(16)),
        (Use(active_at=at(15, 45)), at(16, 10), at(16, 30)),
        (Use(late_until=at(20)), at(17), at(20)),
        (Use(late_until=at(20)), at(12), at(16)),
    ],
)
def test_the_page_says_until_when_this_file_may_be_deposited(
    use: Use, now: datetime, end: datetime
) -> None:
    assert ends_at(CALL, use, now=now) == end


@pytest.mark.parametrize(
    ("active_at", "now", "noted"),
    [
        (None, at(12), True),
        (at(12), at(12, 0, 59), False),
        (at(12), at(12, 1), True),
        (at(15, 29, 30), at(15, 30), True),  # crosses into the half hour that counts
        (at(15, 59, 59), at(16), False),
        (at(12), at(16), True),
        (
            at(12),
            at(16, 0, 1),
            False,
        ),  # after the hour nothing is noted: it would wipe out what counts
        (None, at(16, 0, 1), False),
    ],
)
def test_a_use_is_noted_once_a_minute_and_never_after_the_hour(
    active_at: datetime | None, now: datetime, noted: bool
) -> None:
    assert is_worth_noting(CALL, active_at, now=now) is noted


def test_a_window_holds_until_its_second() -> None:
    check_window(at(16), now=at(16, 0, 0, 5))
    with pytest.raises(Refused, match="window-closed"):
        check_window(at(16), now=at(16, 0, 1))


# The clocks of Brussels change on 29 March and 25 October 2026, 28 March and 31 October 2027, at 01:00 UTC.
@pytest.mark.parametrize(
    ("closes", "utc"),
    [
        (datetime(2026, 3, 29, 3, 0, tzinfo=BRUSSELS), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        (
            datetime(2026, 10, 25, 2, 30, fold=0, tzinfo=BRUSSELS),
            datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
        ),
        (
            datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=BRUSSELS),
            datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
        ),
        (datetime(2027, 3, 28, 3, 0, tzinfo=BRUSSELS), datetime(2027, 3, 28, 1, 0, tzinfo=UTC)),
        (
            datetime(2027, 10, 31, 2, 15, fold=1, tzinfo=BRUSSELS),
            datetime(2027, 10, 31, 1, 15, tzinfo=UTC),
        ),
    ],
)
def test_the_hour_is_right_on_the_nights_when_the_clocks_change(
    closes: datetime, utc: datetime
) -> None:
    call = Deadline(opens_at=None, closes_at=closes, grace_minutes=30)
    for zone in (UTC, BRUSSELS):
        on_time, late = utc.astimezone(zone), (utc + timedelta(seconds=1)).astimezone(zone)
        assert door_to(call, Use(), now=on_time) == Door.OPEN
        assert door_to(call, Use(), now=late) == Door.CLOSED
        used = Use(active_at=(utc - timedelta(minutes=30)).astimezone(zone))
        unused = Use(active_at=(utc - timedelta(minutes=30, seconds=1)).astimezone(zone))
        assert door_to(call, used, now=late) == Door.GRACE
        assert door_to(call, unused, now=late) == Door.CLOSED
        over = (utc + timedelta(minutes=30, seconds=1)).astimezone(zone)
        assert door_to(call, used, now=over) == Door.CLOSED


moments = st.datetimes(
    datetime(2026, 1, 1),  # noqa: DTZ001 - the strategy gives the zone
    datetime(2028, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)


@given(
    closes=moments,
    grace=st.integers(0, 240),
    active=st.none() | moments,
    late=st.none() | moments,
    now=moments,
    zone=st.sampled_from([UTC, BRUSSELS, ZoneInfo("Africa/Kinshasa")]),
)
def test_the_answer_is_that_of_arithmetic_in_utc_whatever_the_zone(
    *,
    closes: datetime,
    grace: int,
    active: datetime | None,
    late: datetime | None,
    now: datetime,
    zone: ZoneInfo,
) -> None:
    call = Deadline(opens_at=None, closes_at=closes.astimezone(zone), grace_minutes=grace)
    use = Use(
        active_at=active.astimezone(zone) if active else None,
        late_until=late.astimezone(zone) if late else None,
    )
    second = now.replace(microsecond=0)
    used = active is not None and (
        closes - timedelta(minutes=30) <= active.replace(microsecond=0) <= closes
    )
    expected = (
        Door.OPEN
        if second <= closes
        else Door.LATE_CODE
        if late and second <= late
        else Door.GRACE
        if used and second <= closes + timedelta(minutes=grace)
        else Door.CLOSED
    )
    assert door_to(call, use, now=now.astimezone(zone)) == expected


@pytest.mark.parametrize(
    ("opens_on", "closes_on", "opens", "closes"),
    [
        # The days on which the clocks change begin in one time and end in the other.
        (
            PartialDate(2026, 3, 29),
            PartialDate(2026, 10, 25),
            datetime(2026, 3, 28, 23, tzinfo=UTC),
            datetime(2026, 10, 25, 22, 59, 59, tzinfo=UTC),
        ),
        (
            PartialDate(2026, 4),
            PartialDate(2026),
            datetime(2026, 3, 31, 22, tzinfo=UTC),
            datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC),
        ),
    ],
)
def test_a_day_without_an_hour_counts_from_its_first_second_to_its_last(
    opens_on: PartialDate, closes_on: PartialDate, opens: datetime, closes: datetime
) -> None:
    found = deadline_of(Call(opens_on=opens_on, closes_on=closes_on, published=True))
    assert (found.opens_at, found.closes_at) == (opens, closes)
    second = timedelta(seconds=1)
    moments = (opens - second, opens, closes, closes + second)
    doors = [door_to(found, Use(), now=moment) for moment in moments]
    assert doors == [Door.EARLY, Door.OPEN, Door.OPEN, Door.CLOSED]


def test_a_call_without_days_has_no_hour_at_all() -> None:
    found = deadline_of(Call(published=True))
    assert (found.opens_at, found.closes_at) == (None, None)


@pytest.mark.django_db
def test_the_hour_is_that_of_the_published_rules() -> None:
    call = an_open_call()
    call.grace_minutes = 0
    call.save()
    assert deadline_of(call).grace_minutes == 30
