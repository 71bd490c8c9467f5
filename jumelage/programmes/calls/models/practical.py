"""Practical information of a call: shown as soon as it is kept, no part of the regulation."""

from django.conf import settings
from django.db import models
from django.utils.translation import get_language

from jumelage.city.evidence.models import Claimed, Document
from jumelage.foundation.kernel.partial_dates import PartialDate, PartialDateField
from jumelage.foundation.kernel.translated import TranslatedField
from jumelage.programmes.calls.choices import DateKind, DocumentKind
from jumelage.programmes.calls.models.call import Call
from jumelage.programmes.calls.rules.states import check_hours


class CallDate(Claimed):
    """A date of the calendar, beside opening and closing, which the call itself holds.

    Hours are those of the city's clocks; an unknown one is None.
    """

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="dates")
    slug = models.SlugField(max_length=40)
    kind = models.CharField(max_length=12, choices=DateKind)
    title = TranslatedField()
    date = PartialDateField()
    starts_at = models.TimeField(null=True, blank=True)
    ends_at = models.TimeField(null=True, blank=True)
    place = TranslatedField(blank=True)
    link = models.URLField(max_length=500, blank=True)
    note = TranslatedField(blank=True)
    cancelled = models.BooleanField(default=False)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = [models.F("date").asc(nulls_last=True), "starts_at", "slug"]
        constraints = [models.UniqueConstraint(fields=["call", "slug"], name="calls_date_once")]

    def __str__(self) -> str:
        day = self.date.in_words(get_language() or settings.LANGUAGE_CODE) if self.date else "–"
        return f"{self.title}, {day}"

    def clean(self) -> None:
        """Refuse impossible hours (Refused "call-hour-without-day", "call-hours-reversed",
        "call-hour-not-existing").
        """
        # A date that could not be read is reported by its field.
        if isinstance(self.date, PartialDate | None):
            check_hours(self.date, (self.starts_at, self.ends_at), zone=settings.TIME_ZONE)


class Faq(Claimed):
    """A question that people ask, and the answer; never who asked. `article`: where the rule stands."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="faqs")
    slug = models.SlugField(max_length=60)
    order = models.PositiveSmallIntegerField(default=0)
    question = TranslatedField()
    answer = TranslatedField()
    article = models.CharField(max_length=10, blank=True)

    class Meta:
        ordering = ["order", "id"]
        constraints = [models.UniqueConstraint(fields=["call", "slug"], name="calls_faq_once")]

    def __str__(self) -> str:
        return str(self.question)


class CallDocument(Claimed):
    """A document to read or to fill in; the file, its size and pages are the document's own."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="call_documents")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="call_documents")
    kind = models.CharField(max_length=12, choices=DocumentKind, default=DocumentKind.OTHER)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["call", "document"], name="calls_document_once")
        ]

    def __str__(self) -> str:
        return str(self.document)
