"""Look at the links of every public page: run every night by cron."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from jumelage.public.links.services.check_links import check_links


class Command(BaseCommand):
    """Other sites are asked only when JUMELAGE_ASK_OTHER_SITES is set."""

    help = "Look at the links of every public page; the desk lists those that lead nowhere."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Look, and say how many lead nowhere."""
        broken = check_links(now=timezone.now(), ask_others=settings.ASK_OTHER_SITES)
        self.stdout.write(f"Links that lead nowhere: {broken}.")
