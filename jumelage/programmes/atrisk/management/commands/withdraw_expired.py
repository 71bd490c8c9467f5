"""`jumelage withdraw_expired`: hide the persons whose consent has ended; run it every night."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from jumelage.programmes.atrisk.services.withdraw_expired import withdraw_expired


class Command(BaseCommand):
    """Hides, and says how many; never whom."""

    help = "Hide the persons at risk whose consent has ended."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Do it."""
        self.stdout.write(str(withdraw_expired(today=timezone.localdate())))
