"""Stop a long work."""

from jumelage.foundation.registers.choices import WorkState
from jumelage.foundation.registers.models import Work


def stop_work(work: Work) -> None:
    """Leave a work where it is; one that is over stays over."""
    Work.objects.filter(pk=work.pk, state__in=[WorkState.WAITING, WorkState.RUNNING]).update(
        state=WorkState.STOPPED
    )
