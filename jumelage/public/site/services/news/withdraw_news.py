"""Take a notice off the public site."""

from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.public.site.models import News


def withdraw_news(news: News, *, actor: Any = None) -> None:
    """Hide `news` from visitors; a second time changes nothing."""
    with transaction.atomic():
        if not News.objects.select_for_update().get(pk=news.pk).published:
            return
        news.published = False
        news.save(update_fields=["published"])
        write_line("site.withdraw-news", news, actor=actor, public=True)
