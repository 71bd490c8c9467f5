"""What the city holds, buys or asks for the sake of fair trade."""

from django.db import models

from jumelage.city.evidence.models import Claimed
from jumelage.foundation.kernel.partial_dates import PartialDateField
from jumelage.foundation.kernel.translated import TranslatedField
from jumelage.programmes.fairtrade.choices import PracticeKind


class Practice(Claimed):
    """A title, a purchase or a clause. `disputed`: our sources give several dates, and all are shown."""

    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=20, choices=PracticeKind)
    title = TranslatedField()
    text = TranslatedField(blank=True)
    date = PartialDateField()
    disputed = models.BooleanField(default=False)
    order = models.PositiveSmallIntegerField(default=0)
    published = models.BooleanField(default=True)

    class Meta:
        ordering = ["order", "slug"]

    def __str__(self) -> str:
        return str(self.title)
