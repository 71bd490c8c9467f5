"""Whether what came on paper or by e-mail came in time: the hour of its arrival decides, not the hour of typing.

Source: Jumelage, issue 4, items 7 and 8. The grace period is for drafts in use on the site: paper has none.
"""

from datetime import UTC, datetime

from jumelage.foundation.kernel.errors import Refused


def check_arrival(
    arrived_at: datetime, *, opens_at: datetime | None, closes_at: datetime | None, now: datetime
) -> None:
    """Accept an arrival (all moments aware; an unknown bound is None) that lies within the call's hours and not ahead.

    Raises Refused("arrival-ahead"), Refused("arrival-early") or Refused("arrival-late").
    """
    moment = _second(arrived_at)
    if moment > _second(now):
        raise Refused("arrival-ahead")
    if opens_at and moment < _second(opens_at):
        raise Refused("arrival-early")
    if closes_at and moment > _second(closes_at):
        raise Refused("arrival-late")


def _second(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
