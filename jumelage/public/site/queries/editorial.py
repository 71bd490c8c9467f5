"""The pages that the editors write."""

from django.db.models import QuerySet
from django.utils import timezone

from jumelage.public.site.models import EditorialPage


def live_pages() -> QuerySet[EditorialPage]:
    """The pages that visitors see now: one whose hour is over is gone at once, before the night's work says so."""
    found: QuerySet[EditorialPage] = EditorialPage.objects.live()
    return found.exclude(expire_at__lte=timezone.now())


def key_at(slug: str) -> str:
    """The key of the published page that has this slug in some language; empty when there is none."""
    pages = live_pages().filter(slug=slug)
    return pages.values_list("key", flat=True).first() or ""


def page_in(language: str, *, key: str) -> EditorialPage | None:
    """The published page `key` in `language`, else in the first other language that has it."""
    pages = live_pages().filter(key=key).select_related("locale").order_by("path")
    return min(pages, key=lambda page: page.locale.language_code != language, default=None)
