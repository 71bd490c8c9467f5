"""`jumelage note_texts`: how the texts of every record stand in each language, where nobody noted it yet."""

from typing import Any

from django.core.management.base import BaseCommand

from jumelage.foundation.registers.services.note_all_texts import note_all_texts


class Command(BaseCommand):
    """Notes what is missing, then tells how many."""

    help = "Note how texts stand in each language for records that have no note yet."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Note and tell."""
        noted, gone = note_all_texts()
        self.stdout.write(f"{noted} noted, {gone} gone")
