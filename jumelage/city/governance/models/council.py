"""Who sits in a body, when it sat, what it advised and what became of that."""

from django.db import models

from jumelage.city.evidence.models import Claimed, Document
from jumelage.city.governance.choices import (
    FollowUp,
    OpinionKind,
    OpinionOutcome,
    SeatCategory,
)
from jumelage.city.governance.models.decisions import Body, Decision
from jumelage.city.organisations.models import Organisation, Person
from jumelage.foundation.kernel.partial_dates import PartialDate, PartialDateField
from jumelage.foundation.kernel.periods import Period
from jumelage.foundation.kernel.translated import TranslatedField


class Mandate(Claimed):
    """A seat in a body, held by an organisation, a person, or a person for an organisation, and when.

    A person is named only when the mandate is published and the person is shown to visitors.
    `voting` is None where nobody says.
    """

    slug = models.SlugField(max_length=80, unique=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="mandates")
    category = models.CharField(max_length=14, choices=SeatCategory)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="mandates"
    )
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="mandates"
    )
    role = TranslatedField(blank=True)
    voting = models.BooleanField(null=True, blank=True)
    start = PartialDateField()
    end = PartialDateField()
    published = models.BooleanField(default=False)

    class Meta:
        ordering = ["body", "category", "slug"]

    def __str__(self) -> str:
        return str(self.organisation or self.person or self.slug)

    def clean(self) -> None:
        """Refuse a period that ends before it starts (Refused "period-reversed")."""
        # A date that could not be read is reported by its field.
        if all(isinstance(day, PartialDate | None) for day in (self.start, self.end)):
            Period(self.start, self.end)


class Sitting(Claimed):
    """A meeting of a body, on a day that may be known only to the month or year, and its documents."""

    slug = models.SlugField(max_length=80, unique=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="sittings")
    held_on = PartialDateField()
    documents = models.ManyToManyField(Document, blank=True, related_name="sittings")

    class Meta:
        ordering = [models.F("held_on").desc(nulls_last=True), "slug"]

    def __str__(self) -> str:
        return f"{self.body}, {self.held_on or '–'}"


class Opinion(Claimed):
    """What a body advised, and what became of it. `majority` and `minority` are their statements.

    `links` name what it is about, as "project:slug", "call:slug" or "theme:code"; the evidence for each
    is a claim of that name. `decision` is what was decided afterwards.
    """

    slug = models.SlugField(max_length=80, unique=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="opinions")
    sitting = models.ForeignKey(
        Sitting, null=True, blank=True, on_delete=models.PROTECT, related_name="opinions"
    )
    kind = models.CharField(max_length=10, choices=OpinionKind)
    subject = TranslatedField()
    outcome = models.CharField(max_length=12, choices=OpinionOutcome)
    majority = TranslatedField(blank=True)
    minority = TranslatedField(blank=True)
    links = models.JSONField(default=list, blank=True)
    follow_up = models.CharField(max_length=12, choices=FollowUp, blank=True)
    followed_up_on = PartialDateField()
    follow_up_reason = TranslatedField(blank=True)
    decision = models.ForeignKey(
        Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="opinions"
    )
    documents = models.ManyToManyField(Document, blank=True, related_name="opinions")
    published = models.BooleanField(default=False)

    class Meta:
        ordering = [models.F("sitting__held_on").desc(nulls_last=True), "slug"]

    def __str__(self) -> str:
        return str(self.subject)
