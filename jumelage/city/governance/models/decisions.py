"""Bodies and decisions."""

from django.db import models

from jumelage.city.evidence.models import Claimed, Document
from jumelage.city.governance.choices import BodyKind, Outcome
from jumelage.city.organisations.models import Organisation
from jumelage.foundation.kernel.partial_dates import PartialDateField
from jumelage.foundation.kernel.translated import TranslatedField


class Body(Claimed):
    """A body that decides or advises."""

    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=10, choices=BodyKind)
    name = TranslatedField()
    about = TranslatedField(blank=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="bodies")

    class Meta:
        ordering = ["slug"]
        verbose_name_plural = "bodies"

    def __str__(self) -> str:
        return str(self.name)


class Decision(Claimed):
    """What a body decided, when; `body` is None where the source says only "the city"."""

    slug = models.SlugField(max_length=80, unique=True)
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions"
    )
    proposed_by = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="proposals"
    )
    date = PartialDateField()
    number = models.CharField(max_length=60, blank=True)
    subject = TranslatedField()
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.ADOPTED)
    documents = models.ManyToManyField(Document, blank=True, related_name="decisions")

    class Meta:
        ordering = [models.F("date").desc(nulls_last=True), "slug"]

    def __str__(self) -> str:
        return str(self.subject)
