"""Put tasks that were cut off back into the queue."""

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

# A task during which so many workers died is itself what kills them.
MOST_TIMES = 5


def resume_tasks() -> int:
    """Let tasks whose worker died in the middle begin again; how many. To be called while no worker runs.

    Every task may be run twice (`kernel/background.py`). One that was begun `MOST_TIMES` times is given up as failed.
    """
    cut = list(DBTaskResult.objects.running())
    again = [one.pk for one in cut if len(one.worker_ids) < MOST_TIMES]
    for one in cut:
        if one.pk not in again:
            one.set_failed(RuntimeError("The worker died in the middle of it, time and again."))
    return DBTaskResult.objects.filter(pk__in=again).update(
        status=TaskResultStatus.READY, started_at=None
    )
