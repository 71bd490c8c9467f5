"""`jumelage load FOLDER`: read a folder of data files."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jumelage.public.loading.queries.bundles import worded
from jumelage.public.loading.rules.mistakes import Mistake
from jumelage.public.loading.services.load_folder import Loaded, load_folder


class Command(BaseCommand):
    """Loads all or nothing, and says what changed or what is wrong, with file and line."""

    help = "Load a folder of data files (docs/data-files.md). Loading it again changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask for the folder."""
        parser.add_argument("folder", type=Path)

    def handle(self, *_args: Any, folder: Path, **_options: Any) -> None:
        """Load, then tell."""
        loaded = load_folder(folder)
        if loaded.mistakes:
            self._tell(folder, loaded.mistakes)
            count = len(loaded.mistakes)
            end = ngettext(
                "%(count)d mistake. Nothing was written.",
                "%(count)d mistakes. Nothing was written.",
                count,
            )
            self.stderr.write(end % {"count": count})
            raise SystemExit(1)
        self._tell_counts(loaded)
        self._tell(folder, loaded.warnings)

    def _tell(self, folder: Path, mistakes: Iterable[Mistake]) -> None:
        for mistake in mistakes:
            place = folder / mistake.file
            line = f":{mistake.line}" if mistake.line else ""
            self.stderr.write(f"{place}{line}: {worded(mistake)}")

    def _tell_counts(self, loaded: Loaded) -> None:
        told = _("new: {created}, changed: {changed}, unchanged: {unchanged}")
        for place, counts in loaded.counts.items():
            named = {name: counts[name] for name in ("created", "changed", "unchanged")}
            self.stdout.write(f"{place:<20}{told.format(**named)}")
        if not any(counts["created"] + counts["changed"] for counts in loaded.counts.values()):
            self.stdout.write(_("Nothing changed."))
