"""Links as the last look found them, and where they are repaired."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import override

from jumelage.foundation.registers.queries.registry import registers
from jumelage.public.links.models import SeenLink
from jumelage.public.site.models import EditorialPage

# Addresses whose records have a register of another name.
_REGISTERS = {
    "news-item": "news",
    "fortnight-event": "event",
    "fortnight-edition": "edition",
    "fair-trade-label": "mark",
}


@dataclass(frozen=True)
class Broken:
    """The broken links of one page, its title in the desk's words, and where they are repaired ("" when nowhere)."""

    page: str
    links: list[SeenLink]
    repair: str


def broken() -> QuerySet[SeenLink]:
    """Links that lead nowhere, by page."""
    return SeenLink.objects.exclude(trouble="")


def leading_out() -> QuerySet[SeenLink]:
    """Links that lead to other sites, without those that are known to be broken."""
    return SeenLink.objects.filter(external=True, trouble="")


def by_page(links: list[SeenLink]) -> list[Broken]:
    """The same, a group per page."""
    groups: dict[str, list[SeenLink]] = {}
    for link in links:
        groups.setdefault(link.page, []).append(link)
    return [Broken(page, found, repair_address(page)) for page, found in groups.items()]


def repair_address(page: str) -> str:
    """The desk's form of what stands at the path `page`; "" when the page joins several records."""
    language = page.split("/")[1]
    try:
        # Paths are words: those of the page's own language.
        with override(language):
            match = resolve(page)
    except Resolver404:
        return ""
    slug, key = match.kwargs.get("slug", ""), match.kwargs.get("key", "")
    name = _REGISTERS.get(match.url_name or "", match.url_name)
    if slug and name in {register.name for register in registers()}:
        return reverse("register-record", args=[name, slug])
    asked = {"key": key} if key else {"slug": slug}
    found = EditorialPage.objects.filter(**asked, locale__language_code=language).first()
    return reverse("wagtailadmin_pages:edit", args=[found.pk]) if found else ""
