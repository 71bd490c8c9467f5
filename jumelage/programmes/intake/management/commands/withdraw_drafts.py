"""Announce and erase drafts that were never deposited: run every night by cron."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from jumelage.programmes.intake.services.nightly.erase_old_drafts import erase_old_drafts


class Command(BaseCommand):
    """Running it again announces and erases nothing else."""

    help = "Warn of, then erase, drafts never deposited, after the time that their call states."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Warn and erase, and say how many."""
        warned, erased = erase_old_drafts(now=timezone.now())
        self.stdout.write(f"Drafts announced for erasure: {warned}, erased: {erased}.")
