"""Throw away files that stopped half-way: run every night by cron."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from jumelage.foundation.uploads.services.drop_upload import drop_expired


class Command(BaseCommand):
    """Running it again throws nothing else away."""

    help = "Throw away files of which no piece came for 24 hours."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Throw away, and say how many."""
        self.stdout.write(f"Unfinished files thrown away: {drop_expired(now=timezone.now())}.")
