"""`jumelage restore FILE`: put a backup back, on SQLite or on PostgreSQL."""

from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.public.desk.services.restore_backup import restore_backup


class Command(BaseCommand):
    """Restores all or nothing, then checks the journal."""

    help = "Restore the backup FILE into an empty site; stop the site first (docs/operate.md)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask for the file, and whether what is here may go."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--replace", action="store_true", help="Replace what the site holds.")

    def handle(self, *_args: Any, file: Path, replace: bool, **_options: Any) -> None:
        """Restore, tell, verify."""
        try:
            manifest = restore_backup(file, replace=replace)
        except Refused as refusal:
            raise CommandError(sentence(refusal)) from refusal
        told = _("{file}: {rows} rows, {files} files, journal up to line {line}.")
        self.stdout.write(told.format(file=file, **manifest.counts))
        call_command("audit_verify", stdout=self.stdout, stderr=self.stderr)
