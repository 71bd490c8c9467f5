"""What the city announces: a dated notice, and each state that it was in."""

from typing import Any

from django.conf import settings
from django.db import models

from jumelage.city.evidence.models import Claimed
from jumelage.city.media.models import Picture
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.partial_dates import PartialDateField
from jumelage.foundation.kernel.translated import TranslatedField


class News(Claimed):
    """A notice. `text` is plain text: paragraphs, “- ” before items, “## ” before headings, [words](address).

    `published` says that an editor released it; visitors see it from `shown_from` until `shown_until` (moments;
    empty is without limit).
    """

    slug = models.SlugField(max_length=80, unique=True)
    title = TranslatedField()
    summary = TranslatedField()
    text = TranslatedField(blank=True)
    date = PartialDateField()
    picture = models.ForeignKey(
        Picture, null=True, blank=True, on_delete=models.PROTECT, related_name="news"
    )
    shown_from = models.DateTimeField(null=True, blank=True)
    shown_until = models.DateTimeField(null=True, blank=True)
    published = models.BooleanField(default=False)

    class Meta:
        ordering = ["-date", "slug"]
        verbose_name_plural = "news"
        indexes = [models.Index(fields=["published", "-date"], name="site_latest_news")]

    def __str__(self) -> str:
        return str(self.title)

    def clean(self) -> None:
        """Refuse an end before the beginning (Refused "news-reversed")."""
        if self.shown_from and self.shown_until and self.shown_until <= self.shown_from:
            raise Refused("news-reversed")

    @property
    def content(self) -> dict[str, Any]:
        """What a version holds: texts by language, the rest as text."""
        moments = {name: getattr(self, name) for name in ("shown_from", "shown_until")}
        return {
            **{name: dict(getattr(self, name)) for name in ("title", "summary", "text")},
            "date": str(self.date or ""),
            "picture": self.picture.slug if self.picture else "",
            **{name: moment.isoformat() if moment else "" for name, moment in moments.items()},
        }


class NewsVersion(models.Model):
    """A state of a notice, as somebody saved it; numbered from 1."""

    news = models.ForeignKey(News, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    content = models.JSONField()

    class Meta:
        default_permissions = ()
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["news", "number"], name="site_version_once")]

    def __str__(self) -> str:
        return f"{self.news} {self.number}"
