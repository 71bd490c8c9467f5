"""Remind the clerks of suppliers' certificates that end: run every night by cron."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from jumelage.programmes.fairtrade.services.remind_clerks import remind_clerks


class Command(BaseCommand):
    """Running it again on the same day sends nothing twice."""

    help = "Remind the clerks of suppliers' certificates that end."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Remind, and say of how many certificates."""
        told = remind_clerks(today=timezone.localdate())
        self.stdout.write(f"Certificates told of: {told}.")
