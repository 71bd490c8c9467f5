"""Whether an application may be written now, and which of its fields."""

from collections.abc import Collection
from datetime import datetime

from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.choices import Channel
from jumelage.programmes.applications.models import Application, CompletionWindow
from jumelage.programmes.applications.permissions import Deed
from jumelage.programmes.applications.queries.deadlines import deadline_of, open_window, use_of
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applications.queries.locking import locked
from jumelage.programmes.applications.rules.deadline import Door, check_open, check_window
from jumelage.programmes.applications.rules.lifecycle import WRITABLE


def locked_for(access: Access) -> Application:
    """The row of `access` as it is now, under lock. To be called inside a transaction."""
    return locked(access.application)


def check_writable(
    application: Application, access: Access, *, now: datetime
) -> Collection[str] | None:
    """Which fields may be written now: None for all of a draft, those asked for in an open completion.

    Raises Refused("writing-not-allowed"), Refused("application-deposited"), Refused("window-closed"),
    Refused("too-early"), Refused("too-late") or Refused("call-is-cancelled").
    """
    if not access.may(Deed.WRITE):
        raise Refused("writing-not-allowed")
    if application.state in WRITABLE:
        check_open(
            deadline_of(application.call), use_of(application), now=moment_of(application, now)
        )
        return None
    window = open_window(application)
    if window is None:
        raise Refused("application-deposited")
    check_window(window.until, now=now)
    return list(window.fields)


def moment_of(application: Application, now: datetime) -> datetime:
    """The moment that the deadline looks at: now, or when the original came on paper or by e-mail."""
    if application.channel == Channel.ONLINE:
        return now
    intake = getattr(application, "intake", None)
    return intake.arrived_at if intake else now


def check_depositable(application: Application, access: Access, *, now: datetime) -> Door:
    """The door by which this person may deposit now.

    Raises Refused("application-not-allowed"), Refused("too-early"), Refused("too-late") or
    Refused("call-is-cancelled").
    """
    if not access.may(Deed.DEPOSIT):
        raise Refused("application-not-allowed")
    deadline, use = deadline_of(application.call), use_of(application)
    return check_open(deadline, use, now=moment_of(application, now))


def is_window_open(window: CompletionWindow, *, now: datetime) -> bool:
    """Whether a completion may still be sent at `now` (cut to the second), as far as its hour goes."""
    return now.replace(microsecond=0) <= window.until
