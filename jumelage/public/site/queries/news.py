"""Questions about news, and when the clock alone changes what visitors see."""

from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.kernel.waiting import Waiting
from jumelage.foundation.registers.queries.agenda import waiting_in
from jumelage.public.site.choices import Act
from jumelage.public.site.models import EditorialPage, News


def news_at(now: datetime) -> QuerySet[News]:
    """The notices that visitors see at `now`, the newest first, with their pictures: 1 query."""
    began = Q(shown_from=None) | Q(shown_from__lte=now)
    lasts = Q(shown_until=None) | Q(shown_until__gt=now)
    found = News.objects.filter(began & lasts, published=True)
    return found.select_related("picture").order_by("-date", "slug")


def news() -> QuerySet[News]:
    """The notices that visitors see now."""
    return news_at(timezone.now())


def news_item(slug: str) -> News | None:
    """The notice that visitors see now under this name."""
    return news().filter(slug=slug).first()


def next_moment(now: datetime) -> datetime | None:
    """When, after `now`, a notice or a page next begins or ends for visitors; None if nothing is planned. 3 queries."""
    released = News.objects.filter(published=True)
    pages = EditorialPage.objects.live()
    asked: tuple[tuple[QuerySet[Any], str], ...] = (
        (released, "shown_from"),
        (released, "shown_until"),
        (pages, "expire_at"),
    )
    found = (
        rows.filter(**{f"{name}__gt": now}).order_by(name).values_list(name, flat=True).first()
        for rows, name in asked
    )
    return min((moment for moment in found if moment), default=None)


def waiting(user: Any, _today: date) -> list[Waiting]:
    """What waits for editors: notices that nobody released yet."""
    if not may(user, Act.WRITE_NEWS):
        return []
    title = _("News not published yet")
    return [waiting_in("news", News.objects, title=title, published=False)]
