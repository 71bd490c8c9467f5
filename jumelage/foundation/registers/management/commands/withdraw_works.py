"""`jumelage withdraw_works`: every night, long work that is over goes, with its files."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from jumelage.foundation.registers.services.clear_works import KEPT_DAYS, clear_works


class Command(BaseCommand):
    """Removes, then tells how many."""

    help = f"Remove exports and imports that have not moved for {KEPT_DAYS} days, and their files."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Remove and tell."""
        works, files = clear_works(timezone.now())
        self.stdout.write(f"{works} works, {files} files")
