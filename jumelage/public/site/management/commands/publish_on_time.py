"""What begins or ends at an hour: run every five minutes by cron."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from jumelage.public.site.services.news.follow_clock import follow_clock


class Command(BaseCommand):
    """Pages begin and end; notices, which visitors see to the second, enter and leave the search."""

    help = "Publish and withdraw the pages whose hour has come, and bring the search in step with the clock."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Do both, and say how many notices the search took in or let go."""
        call_command("publish_scheduled")
        changed = follow_clock(now=timezone.now())
        self.stdout.write(f"Notices that the search took in or let go: {changed}.")
