"""`jumelage backup FILE`: all rows and files of the running site in one sealed file."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.public.desk.services.write_backup import write_backup


class Command(BaseCommand):
    """Writes the file whole or not at all, and says what it holds."""

    help = "Write a backup of the running site to FILE (docs/operate.md)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask for the file."""
        parser.add_argument("file", type=Path)

    def handle(self, *_args: Any, file: Path, **_options: Any) -> None:
        """Write, then tell."""
        try:
            manifest = write_backup(file)
        except Refused as refusal:
            raise CommandError(sentence(refusal)) from refusal
        for name in manifest.missing:
            self.stderr.write(_("File missing in the media folder: %s") % name)
        told = _("{file}: {rows} rows, {files} files, journal up to line {line}.")
        self.stdout.write(told.format(file=file, **manifest.counts))
