"""Move a long work on by one step."""

import logging

from django.db import transaction

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.registers.choices import WorkState
from jumelage.foundation.registers.models import Work
from jumelage.foundation.registers.queries.registry import jobs

_log = logging.getLogger(__name__)


def step_work(number: int) -> bool:
    """Make one step of the work `number`: whether another one is needed.

    A step takes the work, changes its `done`, `total`, `memory` or `file`, and says whether it was the last. What it
    refuses, or a failure, ends the work and is told on its page.
    """
    with transaction.atomic():
        work = Work.objects.select_for_update().filter(pk=number).first()
        if work is None or not work.is_open:
            return False
        try:
            with transaction.atomic():
                last = jobs()[work.kind](work)
            work.state = WorkState.DONE if last else WorkState.RUNNING
        except Refused as refusal:
            work.state, work.code = WorkState.FAILED, refusal.code
            work.details = {name: str(value) for name, value in refusal.details.items()}
        except Exception:  # noqa: BLE001 - whatever it is, the work ends and says so
            _log.exception("work %s broke", number)
            work.state, work.code = WorkState.FAILED, "work-broken"
        work.save()
    return work.is_open
