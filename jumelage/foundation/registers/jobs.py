"""Long work of the room: exports of whole registers."""

from collections.abc import Callable

from jumelage.foundation.registers.models import Work
from jumelage.foundation.registers.services.export_rows import export_step

JOBS: dict[str, Callable[[Work], bool]] = {"registers.export": export_step}
