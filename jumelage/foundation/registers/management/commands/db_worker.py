"""`jumelage db_worker`: the worker of the queue, which first takes up what a dead one left in the middle."""

import fcntl
from pathlib import Path
from typing import Any

from django.conf import settings
from django_tasks_db.management.commands.db_worker import Command as Worker

from jumelage.foundation.registers.services.resume_tasks import resume_tasks


class Command(Worker):
    """The library's own worker; a task that was running when the machine or the worker died would wait for ever."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Resume, unless another worker runs at this moment: then its tasks are its own. Then work."""
        with Path(settings.WORKER_LOCK).open("a") as lock:
            try:
                # Held as long as this process lives, shared by all workers; the system lets go of it at any death.
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                pass
            else:
                resume_tasks()
            fcntl.flock(lock, fcntl.LOCK_SH)
            super().handle(*args, **options)
