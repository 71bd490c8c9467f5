"""The worker's part of long work."""

from django.utils.module_loading import import_string

from jumelage.foundation.kernel.background import task

_STEP = "jumelage.foundation.registers.services.step_work.step_work"


@task
def next_step(work: int) -> None:
    """Make the next step of the work (by number), and come back for the one after it."""
    # Named, not imported: the act that starts a work names this delivery.
    if import_string(_STEP)(work):
        next_step.enqueue(work)
