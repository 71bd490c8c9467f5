"""Bring the search in step with the clock: notices that began or ended since it was last asked."""

from datetime import datetime

from jumelage.public.site.choices import Found
from jumelage.public.site.models import News, SearchEntry
from jumelage.public.site.queries.news import news_at
from jumelage.public.site.services.index_record import forget_record, index_record


def follow_clock(*, now: datetime) -> int:
    """Index what began to be shown, forget what is shown no more; how many notices. Safe to run again."""
    label = News._meta.label_lower
    shown = {f"{label}:{news.pk}": news for news in news_at(now)}
    known = set(
        SearchEntry.objects.filter(kind=Found.NEWS).values_list("record", flat=True).distinct()
    )
    for name, news in shown.items():
        if name not in known:
            index_record(news)
    for name in known - shown.keys():
        forget_record(name)
    return len(known ^ shown.keys())
