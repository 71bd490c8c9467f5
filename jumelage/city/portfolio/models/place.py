"""Places, known at the level of a municipality or an area, never of a household."""

from django.db import models

from jumelage.city.evidence.models import Claimed
from jumelage.city.portfolio.choices import PlaceKind
from jumelage.foundation.kernel.translated import TranslatedField


class Place(Claimed):
    """Where a partnership or a project is. `latitude` and `longitude` in degrees (WGS 84); `area_km2` in km²."""

    slug = models.SlugField(max_length=80, unique=True)
    name = TranslatedField()
    kind = models.CharField(max_length=10, choices=PlaceKind)
    country = models.CharField(max_length=2)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    area_km2 = models.FloatField(null=True, blank=True)
    about = TranslatedField(blank=True)
    # How many projects visitors may see there; filled in by the queries.
    project_count = 0

    class Meta:
        ordering = ["slug"]
        # The staff's list is filtered by these, whatever its length.
        indexes = [
            models.Index(fields=["country", "slug"], name="portfolio_place_country"),
            models.Index(fields=["kind", "slug"], name="portfolio_place_kind"),
        ]

    def __str__(self) -> str:
        return str(self.name)
