"""A label, or another scheme that is often taken for one."""

from django.db import models

from jumelage.city.evidence.models import Claimed
from jumelage.foundation.kernel.translated import TranslatedField
from jumelage.programmes.fairtrade.choices import MarkKind


class Mark(Claimed):
    """A mark of the guide; `as_published` is how the city's page prints it, comma for comma."""

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=120)
    as_published = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=20, choices=MarkKind, default=MarkKind.LABEL)
    behind = TranslatedField()
    covers = TranslatedField()
    proves_not = TranslatedField()
    how_to_check = TranslatedField()
    registry = models.URLField(max_length=300, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    published = models.BooleanField(default=True)

    class Meta:
        ordering = ["order", "slug"]

    def __str__(self) -> str:
        return self.name
