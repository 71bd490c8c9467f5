"""Bring an earlier state of a notice back."""

from datetime import datetime
from typing import Any

from jumelage.city.media.models import Picture
from jumelage.public.site.models import News, NewsVersion
from jumelage.public.site.services.news.keep_news import keep_news


def restore_news(version: NewsVersion, *, actor: Any = None) -> News:
    """The notice as it was in `version`, as a new version: what came in between stays in the list.

    A picture that is gone is left out. Raises what `keep_news` raises.
    """
    values = dict(version.content)
    values["date"] = values["date"] or None
    values["picture"] = Picture.objects.filter(slug=values["picture"]).first()
    for name in ("shown_from", "shown_until"):
        values[name] = datetime.fromisoformat(values[name]) if values[name] else None
    return keep_news(version.news.slug, values, actor=actor)
