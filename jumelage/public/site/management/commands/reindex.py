"""`jumelage reindex`: make the search index anew."""

from typing import Any

from django.core.management.base import BaseCommand

from jumelage.public.site.services.rebuild_index import rebuild_index


class Command(BaseCommand):
    """For after a change of the search rules, or of records outside the services."""

    help = "Make the search index anew from the records."

    def handle(self, *_: Any, **__: Any) -> None:
        """Do it, and say how many entries there are."""
        self.stdout.write(f"{rebuild_index()} entries")
