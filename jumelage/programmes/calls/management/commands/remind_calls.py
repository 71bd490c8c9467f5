"""Tell subscribers what opens and what closes soon; to be run every night."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from jumelage.programmes.calls.services.alerts.send_alerts import send_alerts


class Command(BaseCommand):
    """Letters about calls for projects."""

    help = "Tell subscribers what opens and what closes within 7 days"

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Send what is due."""
        self.stdout.write(f"letters about calls: {send_alerts(now=timezone.now())}")
