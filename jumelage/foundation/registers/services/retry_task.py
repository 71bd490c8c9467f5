"""Let a delivery begin again whose server could not be reached."""

from datetime import datetime, timedelta
from typing import Any

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

# Some six hours in all: a server that is away for an evening loses nothing, and no news comes a day too late.
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 10, 30, 60, 240))


def retry_task(failed: Any, *, now: datetime) -> bool:
    """Put the task of the result `failed` back into the queue, after a pause that grows; whether it was done.

    Only what the network, a disk or a mail server broke (OSError), and only as often as there are `PAUSES`: every task
    may be run twice (`kernel/background.py`).
    """
    if failed.attempts > len(PAUSES) or not _came_from_outside(failed):
        return False
    again = DBTaskResult.objects.filter(pk=failed.id, status=TaskResultStatus.FAILED)
    pause = PAUSES[failed.attempts - 1]
    return bool(again.update(status=TaskResultStatus.READY, run_after=now + pause))


def _came_from_outside(failed: Any) -> bool:
    try:
        return any(issubclass(error.exception_class, OSError) for error in failed.errors)
    except ImportError:  # Of a class inside a function; ours are not.
        return False
