"""Keep a notice, and the state that it is in now."""

from typing import Any

from django.db import transaction
from django.db.models import Max

from jumelage.foundation.audit.services.keep_record import keep_record
from jumelage.foundation.kernel.errors import Refused
from jumelage.public.site.models import News, NewsVersion
from jumelage.public.site.rules.prose import unsafe_links


def keep_news(slug: str, values: dict[str, Any], *, actor: Any = None) -> News:
    """The notice `slug` with `values` (fields of `News`); each change is kept as a version.

    Raises Refused("page-link-unsafe"), Refused("news-reversed") or ValidationError.
    """
    for text in (values.get("text") or {}).values():
        for address in unsafe_links(text):
            raise Refused("page-link-unsafe", address=address)
    with transaction.atomic():
        news = keep_record(News, {"slug": slug}, values, act="site.keep-news", actor=actor)
        last = news.versions.first()
        if last is None or last.content != news.content:
            number = (news.versions.aggregate(last=Max("number"))["last"] or 0) + 1
            NewsVersion.objects.create(news=news, number=number, by=actor, content=news.content)
    return news
