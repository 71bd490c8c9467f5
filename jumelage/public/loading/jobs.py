"""Long work of the room: archives of data files, checked and loaded."""

from collections.abc import Callable

from jumelage.foundation.registers.models import Work
from jumelage.public.loading.choices import BundleWork
from jumelage.public.loading.services.step_bundle import check_step, load_step

JOBS: dict[str, Callable[[Work], bool]] = {
    BundleWork.CHECK.value: check_step,
    BundleWork.LOAD.value: load_step,
}
