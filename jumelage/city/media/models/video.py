"""A film, its subtitles, and what is said in it."""

from pathlib import PurePosixPath

from django.db import models
from django.urls import reverse

from jumelage.city.evidence.models import Claimed
from jumelage.city.media.choices import Topic
from jumelage.city.media.models.picture import Picture
from jumelage.foundation.kernel.partial_dates import PartialDateField
from jumelage.foundation.kernel.translated import TranslatedField


class Video(Claimed):
    """A film, or the record of one that was not supplied (then `file` is empty).

    `narration` and `subtitles` are languages as stated; subtitles that are there are rows of `tracks`.
    `seconds` is its length as found in the file; unknown is None. `transcript` is typed; else it follows the tracks.
    """

    slug = models.SlugField(max_length=80, unique=True)
    title = TranslatedField()
    summary = TranslatedField(blank=True)
    credit = TranslatedField(blank=True)
    date = PartialDateField()
    file = models.FileField(upload_to="videos/", blank=True)
    media_type = models.CharField(max_length=100, blank=True)
    size_bytes = models.PositiveBigIntegerField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    seconds = models.PositiveIntegerField(null=True, blank=True)
    narration = models.JSONField(default=list, blank=True)
    subtitles = models.JSONField(default=list, blank=True)
    poster = models.ForeignKey(
        Picture, null=True, blank=True, on_delete=models.PROTECT, related_name="videos"
    )
    topic = models.CharField(max_length=20, choices=Topic, blank=True)
    transcript = TranslatedField(blank=True)
    published = models.BooleanField(default=False)

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def address(self) -> str:
        """Where the film itself is served; its mark changes with the file."""
        mark = PurePosixPath(self.file.name or "").stem[:12]
        return reverse("video-file", args=[self.slug, mark])


class Track(models.Model):
    """Subtitles in one language, as a WebVTT text that was checked."""

    video = models.ForeignKey(Video, on_delete=models.CASCADE, related_name="tracks")
    language = models.CharField(max_length=10)
    vtt = models.TextField()

    class Meta:
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(fields=["video", "language"], name="media_one_track_a_language")
        ]

    def __str__(self) -> str:
        return f"{self.video} ({self.language})"
