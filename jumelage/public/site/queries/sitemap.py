"""What the map of the site lists."""

from datetime import datetime
from typing import Any

from django.db.models import Max, QuerySet

from jumelage.city.media.queries import videos
from jumelage.city.organisations.models import Organisation
from jumelage.city.portfolio.models import Partnership, Project
from jumelage.foundation.audit.models import Entry
from jumelage.programmes.atrisk.models import AdoptedPerson
from jumelage.programmes.calls.models import Call
from jumelage.programmes.emergency.models import Crisis
from jumelage.programmes.fairtrade.queries import marks
from jumelage.programmes.festival.models import Edition, Event
from jumelage.public.site.queries.editorial import live_pages
from jumelage.public.site.queries.news import news


def _records(kind: str) -> QuerySet[Any]:
    """The published records of a kind; who is shown may change with the day, so that nothing is kept here."""
    found: dict[str, QuerySet[Any]] = {
        "partnership": Partnership.objects.filter(published=True),
        "project": Project.objects.filter(published=True),
        "person-at-risk": AdoptedPerson.objects.all(),
        "call": Call.objects.filter(published=True),
        "fortnight-edition": Edition.objects.filter(published=True),
        "fortnight-event": Event.objects.filter(published=True, edition__published=True),
        "fair-trade-label": marks(),
        "crisis": Crisis.objects.filter(published=True),
        "news-item": news(),
        "video": videos(),
        "organisation": Organisation.objects.filter(published=True, merged_into=None),
    }
    return found[kind]


def published_slugs(kind: str) -> list[tuple[int, str]]:
    """Numbers and slugs of the published records of a kind, such as "partnership" or "person-at-risk"."""
    return list(_records(kind).order_by("slug").values_list("pk", "slug"))


def last_changes(kind: str) -> dict[int, datetime]:
    """When each record of a kind last changed for visitors, by number, as far as the journal knows."""
    label = _records(kind).model._meta.label_lower
    lines = Entry.objects.filter(public=True, record__startswith=f"{label}:").values("record")
    found = lines.annotate(last=Max("at")).values_list("record", "last").order_by()
    return {int(record.rpartition(":")[2]): last for record, last in found}


def editorial_pages() -> dict[str, dict[str, str]]:
    """Addresses by language of every published editorial page, by key."""
    found: dict[str, dict[str, str]] = {}
    for page in live_pages().select_related("locale").order_by("key", "path"):
        found.setdefault(page.key, {})[page.locale.language_code] = page.address
    return found
