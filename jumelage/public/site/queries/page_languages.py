"""How the editorial pages stand in each language."""

from datetime import timedelta
from typing import Any

from django.conf import settings

from jumelage.public.site.models import EditorialPage

# Languages published within this time of one another belong to one change.
TOGETHER = timedelta(hours=12)
States = dict[str, str]


def page_standings() -> list[tuple[EditorialPage, States]]:
    """Each page, in the first language that has it, with its state by language: "missing", "outdated" or "complete"."""
    pages: dict[str, dict[str, EditorialPage]] = {}
    for page in EditorialPage.objects.select_related("locale").order_by("key"):
        pages.setdefault(page.key, {})[page.locale.language_code] = page
    return [(_first(found), _states(found)) for found in pages.values()]


def _states(found: dict[str, EditorialPage]) -> States:
    published = [page.last_published_at for page in found.values() if page.live and page.last_published_at]
    newest = max(published, default=None)
    return {code: _state(found.get(code), newest) for code, _ in settings.LANGUAGES}


def _state(page: EditorialPage | None, newest: Any) -> str:
    if page is None or not page.live or page.last_published_at is None:
        return "missing"
    return "outdated" if newest - page.last_published_at > TOGETHER else "complete"


def _first(found: dict[str, EditorialPage]) -> EditorialPage:
    return next(found[code] for code, _ in settings.LANGUAGES if code in found)
