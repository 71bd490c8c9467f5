"""Where events take place."""

from django.db import models

from jumelage.city.evidence.models import Claimed
from jumelage.foundation.kernel.translated import TranslatedField


class Venue(Claimed):
    """A place open to visitors. `accessibility` says what is known for people with a disability:
    empty is unknown, never "no". `directions` is the address, shown only when `address_public`.
    """

    slug = models.SlugField(max_length=80, unique=True)
    name = TranslatedField()
    directions = TranslatedField(blank=True)
    address_public = models.BooleanField(default=True)
    accessibility = TranslatedField(blank=True)
    website = models.URLField(max_length=500, blank=True)

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return str(self.name)
