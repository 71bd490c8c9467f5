"""The pages that the editors write."""

from jumelage.public.site.models import EditorialPage


def key_at(slug: str) -> str:
    """The key of the published page that has this slug in some language; empty when there is none."""
    pages = EditorialPage.objects.live().filter(slug=slug)
    return pages.values_list("key", flat=True).first() or ""


def page_in(language: str, *, key: str) -> EditorialPage | None:
    """The published page `key` in `language`, else in the first other language that has it."""
    pages = EditorialPage.objects.live().filter(key=key).select_related("locale").order_by("path")
    return min(pages, key=lambda page: page.locale.language_code != language, default=None)
