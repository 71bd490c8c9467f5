"""Start a long work."""

from functools import partial
from typing import Any

from django.db import transaction

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.registers.models import Work
from jumelage.foundation.registers.queries.registry import jobs
from jumelage.foundation.registers.tasks import next_step


def start_work(kind: str, given: dict[str, Any], *, actor: Any) -> Work:
    """Have the worker do the work `kind` ("room.work") with what is `given`, for `actor`.

    Raises Refused("work-unknown").
    """
    if kind not in jobs():
        raise Refused("work-unknown", kind=kind)
    with transaction.atomic():
        work = Work.objects.create(kind=kind, given=given, owner=actor)
        transaction.on_commit(partial(next_step.enqueue, work.pk))
    return work
