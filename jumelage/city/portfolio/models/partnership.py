"""Partnerships between the city and others."""

from django.db import models

from jumelage.city.evidence.models import Claimed, Document
from jumelage.city.governance.models import Decision
from jumelage.city.organisations.models import Organisation
from jumelage.city.portfolio.models.dated import Dated, Stated
from jumelage.city.portfolio.models.place import Place
from jumelage.foundation.kernel.translated import TranslatedField


class Partnership(Stated, Claimed):
    """A lasting link with a city, a municipality or an organisation elsewhere."""

    slug = models.SlugField(max_length=80, unique=True)
    title = TranslatedField()
    summary = TranslatedField()
    context = TranslatedField(blank=True)
    country = models.CharField(max_length=2)
    places = models.ManyToManyField(Place, related_name="partnerships")
    documents = models.ManyToManyField(Document, blank=True, related_name="partnerships")
    published = models.BooleanField(default=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "slug"]

    def __str__(self) -> str:
        return str(self.title)


class Partner(Dated, Claimed):
    """An organisation in a partnership, what it does there, and whether it is a focal point."""

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="partnerships"
    )
    part = TranslatedField(blank=True)
    focal_point = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "organisation"], name="portfolio_partner_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.organisation)


class Agreement(Dated, Claimed):
    """A step that binds a partnership: an agreement, a plan, a change of focus."""

    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, related_name="agreements"
    )
    slug = models.SlugField(max_length=80)
    title = TranslatedField()
    about = TranslatedField(blank=True)
    decision = models.ForeignKey(
        Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="agreements"
    )
    documents = models.ManyToManyField(Document, blank=True, related_name="agreements")

    class Meta:
        ordering = [models.F("start").asc(nulls_last=True), "id"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "slug"], name="portfolio_agreement_once")
        ]

    def __str__(self) -> str:
        return str(self.title)


class Axis(Claimed):
    """A line of work of a partnership."""

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="axes")
    slug = models.SlugField(max_length=80)
    title = TranslatedField()
    about = TranslatedField(blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "axes"
        constraints = [
            models.UniqueConstraint(fields=["partnership", "slug"], name="portfolio_axis_once")
        ]

    def __str__(self) -> str:
        return str(self.title)
