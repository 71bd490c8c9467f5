"""Where an editorial page stands in each language."""

from jumelage.public.site.queries.editorial import live_pages


def addresses_of(*, key: str = "", slug: str = "") -> dict[str, str]:
    """Addresses by language of the published page `key`, or of the one that has `slug` in some language."""
    pages = live_pages().select_related("locale").order_by("path")
    if not key:
        key = pages.filter(slug=slug).values_list("key", flat=True).first() or ""
    return {page.locale.language_code: page.address for page in pages.filter(key=key)}
