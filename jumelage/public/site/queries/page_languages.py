"""How the editorial pages stand in each language."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from wagtail.models import Page

from jumelage.foundation.registers.services.check_texts import check_texts
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


def check_page(page: Page) -> None:
    """Accept a page whose title and introduction are written in every required language, be it as a draft.

    Raises Refused("texts-missing"), which names the fields.
    """
    if not isinstance(page, EditorialPage):
        return
    found = {each.locale.language_code: _latest(each) for each in _translations(page)}
    found[page.locale.language_code] = page
    written = [
        name for name in ("title", "intro") if any(getattr(one, name) for one in found.values())
    ]
    texts = {
        name: {code: getattr(one, name) for code, one in found.items()}
        for name in written or ["title"]
    }
    check_texts(texts)


def _translations(page: EditorialPage) -> QuerySet[EditorialPage]:
    same_page = EditorialPage.objects.filter(translation_key=page.translation_key)
    others: QuerySet[EditorialPage] = same_page.exclude(pk=page.pk).select_related("locale")
    return others


def _latest(page: EditorialPage) -> EditorialPage:
    latest: EditorialPage = page.get_latest_revision_as_object()
    return latest


def _states(found: dict[str, EditorialPage]) -> States:
    published = [
        page.last_published_at for page in found.values() if page.live and page.last_published_at
    ]
    newest = max(published, default=None)
    return {code: _state(found.get(code), newest) for code, _ in settings.LANGUAGES}


def _state(page: EditorialPage | None, newest: Any) -> str:
    if page is None or not page.live or page.last_published_at is None:
        return "missing"
    return "outdated" if newest - page.last_published_at > TOGETHER else "complete"


def _first(found: dict[str, EditorialPage]) -> EditorialPage:
    return next(found[code] for code, _ in settings.LANGUAGES if code in found)
