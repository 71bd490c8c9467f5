"""Long work, for whoever started it."""

from typing import Any

from django.db import models

from jumelage.foundation.registers.choices import WorkState
from jumelage.foundation.registers.models import Work


def works_of(user: Any) -> models.QuerySet[Work]:
    """The long work that `user` started, the newest first."""
    return Work.objects.filter(owner=user)


def work_of(user: Any, number: int) -> Work | None:
    """One of them; None when it is somebody else's."""
    return works_of(user).filter(pk=number).first()


def open_works_of(user: Any) -> models.QuerySet[Work]:
    """Those that still run or failed."""
    return works_of(user).filter(state__in=[WorkState.WAITING, WorkState.RUNNING, WorkState.FAILED])
