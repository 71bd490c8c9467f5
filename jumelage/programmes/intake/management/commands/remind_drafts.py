"""Remind those with a draft before a call closes: run every night by cron."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from jumelage.programmes.intake.services.nightly.send_reminders import send_reminders


class Command(BaseCommand):
    """Running it again reminds nobody twice."""

    help = "Mail those with a draft seven days and two days before the call closes, and on the last day."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Remind, and say how many."""
        self.stdout.write(f"Reminders of drafts: {send_reminders(now=timezone.now())}.")
