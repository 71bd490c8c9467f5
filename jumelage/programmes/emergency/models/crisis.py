"""A disaster or a conflict."""

from django.db import models

from jumelage.city.evidence.models import Claimed
from jumelage.foundation.kernel.partial_dates import PartialDate, PartialDateField
from jumelage.foundation.kernel.periods import Period
from jumelage.foundation.kernel.translated import TranslatedField
from jumelage.programmes.emergency.choices import Hazard


class Crisis(Claimed):
    """What happened, where and when. `countries` are two-letter codes; `glides` its GLIDE numbers, one a
    country at most: a conflict may have none.
    """

    slug = models.SlugField(max_length=80, unique=True)
    title = TranslatedField()
    summary = TranslatedField(blank=True)
    hazard = models.CharField(max_length=2, choices=Hazard, blank=True)
    countries = models.JSONField(default=list, blank=True)
    start = PartialDateField()
    end = PartialDateField()
    glides = models.JSONField(default=list, blank=True)
    published = models.BooleanField(default=False)

    class Meta:
        ordering = [models.F("start").desc(nulls_last=True), "slug"]
        verbose_name_plural = "crises"

    def __str__(self) -> str:
        return str(self.title)

    def clean(self) -> None:
        """Refuse a period that ends before it starts (Refused "period-reversed")."""
        # A date that could not be read is reported by its field.
        if all(isinstance(day, PartialDate | None) for day in (self.start, self.end)):
            Period(self.start, self.end)
