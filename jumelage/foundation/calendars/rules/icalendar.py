"""Calendar files that any calendar program reads.

Source: RFC 5545 (September 2009), sections 3.1 (lines of at most 75 octets), 3.3.11 (escaping),
3.6.1 (events), 3.8.7.4 (a number that grows with each revision).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_LONGEST_LINE_OCTETS = 75
# Revisions are numbered by the seconds since then: a number that grows, without a count to keep.
_FIRST_REVISION = datetime(2020, 1, 1, tzinfo=UTC)
_STEPS = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


@dataclass(frozen=True, kw_only=True)
class CalendarEvent:
    """An entry. `uid` never changes; `stamp` is when we last changed it; `starts` and `ends` are
    moments in UTC or days.

    A day of end is included, as people say it.
    """

    uid: str
    stamp: datetime
    starts: date | datetime
    ends: date | datetime | None = None
    summary: str
    description: str = ""
    location: str = ""
    url: str = ""
    categories: tuple[str, ...] = ()
    cancelled: bool = False
    language: str = ""


def calendar(events: Iterable[CalendarEvent], *, name: str, product: str) -> bytes:
    """The file of a calendar called `name`, made by `product`; the same entries give the same
    bytes.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{escaped(product)}", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH", f"X-WR-CALNAME:{escaped(name)}"]
    for event in events:
        lines += _event(event)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def escaped(text: str) -> str:
    """A text value: backslashes, semicolons, commas and line ends escaped, other control characters
    left out.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        _STEPS.get(sign, sign)
        for sign in plain
        if sign in "\n\t" or (sign >= " " and sign != "\x7f")
    )


def folded(line: str) -> bytes:
    """The line ended by CRLF and folded to 75 octets, never inside a character."""
    parts: list[bytes] = [b""]
    for sign in line:
        octets = sign.encode()
        if len(parts[-1]) + len(octets) > _LONGEST_LINE_OCTETS:
            parts.append(b" ")
        parts[-1] += octets
    return b"\r\n".join(parts) + b"\r\n"


def _event(event: CalendarEvent) -> Iterator[str]:
    language = f";LANGUAGE={event.language}" if event.language else ""
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{_utc(event.stamp)}"
    yield f"LAST-MODIFIED:{_utc(event.stamp)}"
    yield f"SEQUENCE:{max(0, int((event.stamp - _FIRST_REVISION).total_seconds()))}"
    yield f"DTSTART{_when(event.starts)}"
    yield from _end(event)
    yield f"SUMMARY{language}:{escaped(event.summary)}"
    for name, text in (("DESCRIPTION", event.description), ("LOCATION", event.location)):
        if text:
            yield f"{name}{language}:{escaped(text)}"
    if event.url:
        yield f"URL:{event.url}"
    if event.categories:
        yield f"CATEGORIES{language}:{','.join(map(escaped, event.categories))}"
    yield f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}"
    yield "END:VEVENT"


def _end(event: CalendarEvent) -> Iterator[str]:
    """An end is of the same type as the start: a day where only the day is known of either."""
    if event.ends is None:
        return
    if isinstance(event.starts, datetime):
        if isinstance(event.ends, datetime):
            yield f"DTEND{_when(event.ends)}"
        return
    last = event.ends.date() if isinstance(event.ends, datetime) else event.ends
    yield f"DTEND{_when(last + timedelta(days=1))}"


def _when(when: date | datetime) -> str:
    return f":{_utc(when)}" if isinstance(when, datetime) else f";VALUE=DATE:{when:%Y%m%d}"


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
