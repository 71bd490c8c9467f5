"""A picture, in several sizes."""

from pathlib import PurePosixPath

from django.db import models
from django.urls import reverse

from jumelage.foundation.kernel.translated import TranslatedField


class Picture(models.Model):
    """A picture with what it shows in words (`alt`), unless it only adorns (`decorative`).

    `widths` are those, in pixels, of the WebP copies kept beside `file`. Hidden ones are served to nobody.
    """

    slug = models.SlugField(max_length=80, unique=True)
    file = models.FileField(upload_to="pictures/")
    media_type = models.CharField(max_length=100)
    size_bytes = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    widths = models.JSONField(default=list)
    alt = TranslatedField(blank=True)
    decorative = models.BooleanField(default=False)
    caption = TranslatedField(blank=True)
    credit = models.CharField(max_length=200, blank=True)
    hidden = models.BooleanField(default=False)

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return str(self.alt) or self.slug

    @property
    def mark(self) -> str:
        """The part of its address that nobody guesses; changes with the file."""
        return PurePosixPath(self.file.name or "").stem[:12]

    def copy_name(self, width: int) -> str:
        """Where the copy of this width is kept."""
        return copy_name(self.file.name or "", width)

    def address(self, width: int) -> str:
        """Where the copy of this width is served."""
        return reverse("picture", args=[self.slug, self.mark, width])


def copy_name(name: str, width: int) -> str:
    """Where the copy `width` pixels wide of the stored file `name` is kept."""
    path = PurePosixPath(name)
    return str(path.with_name(f"{path.stem}-{width}.webp"))
