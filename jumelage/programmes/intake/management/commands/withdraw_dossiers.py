"""Announce and erase dossiers that nobody manages: run every night by cron."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from jumelage.programmes.intake.services.nightly.erase_idle_dossiers import erase_idle_dossiers


class Command(BaseCommand):
    """Running it again announces and erases nothing else."""

    help = "Warn of, then erase, dossiers that nobody manages and with which nothing was asked."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Warn and erase, and say how many."""
        warned, erased = erase_idle_dossiers(now=timezone.now())
        self.stdout.write(f"Dossiers announced for erasure: {warned}, erased: {erased}.")
