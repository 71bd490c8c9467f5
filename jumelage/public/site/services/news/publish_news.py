"""Release a notice to visitors."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.foundation.registers.services.check_texts import check_texts
from jumelage.public.site.models import News


def publish_news(news: News, *, actor: Any = None) -> None:
    """Show `news` to visitors within its hours; a second time changes nothing. Without a date, it bears today's.

    Raises Refused("texts-missing"), which names the fields: a public notice is in French and in Dutch.
    """
    texts = {"title": news.title, "summary": news.summary}
    texts |= {"text": news.text} if news.text else {}
    check_texts(texts)
    with transaction.atomic():
        if News.objects.select_for_update().get(pk=news.pk).published:
            return
        news.published = True
        if news.date is None:
            day = timezone.localdate(news.shown_from or timezone.now())
            news.date = PartialDate.parse(day.isoformat())
        news.save(update_fields=["published", "date"])
        write_line("site.publish-news", news, actor=actor, public=True)
