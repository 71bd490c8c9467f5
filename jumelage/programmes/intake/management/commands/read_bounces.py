"""`jumelage read_bounces FOLDER` or `… -`: learn from the notices of mail servers which mails came back."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from jumelage.programmes.intake.services.mark_bounce import read_notices

SEEN = ".seen"


class Command(BaseCommand):
    """A file that was read is named anew, so that it is read once."""

    help = "Reads notices of undelivered mail (RFC 3464): files of a folder, or one on the standard input."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where the notices are."""
        parser.add_argument(
            "folder", help="a folder with one mail a file, or - for the standard input"
        )

    def handle(self, *_args: Any, folder: str, **_options: Any) -> None:
        """Read them, and say how many mails came back."""
        now = timezone.now()
        if folder == "-":
            marked = read_notices([sys.stdin.buffer.read()], now=now)
            self.stdout.write(f"Mails that came back: {marked}.")
            return
        place = Path(folder)
        if not place.is_dir():
            raise CommandError(f"{folder} is no folder. Name the folder where the notices are.")
        files = sorted(one for one in place.iterdir() if one.is_file() and one.suffix != SEEN)
        marked = 0
        for one in files:
            marked += read_notices([one.read_bytes()], now=now)
            one.rename(one.with_name(f"{one.name}{SEEN}"))
        self.stdout.write(f"Notices read: {len(files)}. Mails that came back: {marked}.")
