"""The city's emergency fund, as its sources tell of it."""

from django.db import models

from jumelage.city.evidence.models import Claimed
from jumelage.foundation.kernel.translated import TranslatedField


class Fund(Claimed):
    """The fund. `declared_countries` is the number that somebody says it helped, None where nobody says;
    the number that rows show is never kept, always counted. `principles` are codes of `choices.Principle`.
    """

    slug = models.SlugField(max_length=80, unique=True)
    title = TranslatedField()
    about = TranslatedField(blank=True)
    declared_countries = models.PositiveSmallIntegerField(null=True, blank=True)
    principles = models.JSONField(default=list, blank=True)
    published = models.BooleanField(default=False)

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return str(self.title)
