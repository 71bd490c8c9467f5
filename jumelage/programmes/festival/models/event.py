"""What takes place, and when."""

from django.conf import settings
from django.db import models

from jumelage.city.evidence.models import Claimed
from jumelage.city.organisations.models import Organisation
from jumelage.foundation.kernel.partial_dates import PartialDate, PartialDateField
from jumelage.foundation.kernel.translated import TranslatedField
from jumelage.programmes.festival.choices import EventKind, OccurrenceStatus
from jumelage.programmes.festival.models.edition import Edition
from jumelage.programmes.festival.models.venue import Venue
from jumelage.programmes.festival.rules.moments import When, moments


class Event(Claimed):
    """Something to attend. `languages` are those spoken; `accessibility` is empty where unknown.

    One registers elsewhere: `registration` says how, `registration_url` leads there.
    """

    slug = models.SlugField(max_length=80, unique=True)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=20, choices=EventKind)
    title = TranslatedField()
    summary = TranslatedField()
    about = TranslatedField(blank=True)
    languages = models.JSONField(default=list, blank=True)
    accessibility = TranslatedField(blank=True)
    registration = TranslatedField(blank=True)
    registration_url = models.URLField(max_length=500, blank=True)
    organisers = models.ManyToManyField(Organisation, blank=True, related_name="events")
    published = models.BooleanField(default=False)

    class Meta:
        ordering = ["edition", "slug"]

    def __str__(self) -> str:
        return str(self.title)


class Occurrence(Claimed):
    """When and where an event takes place. Hours are those of the city's clocks; an unknown day,
    hour or venue is None.

    Without `until` it ends on the day it starts.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="occurrences")
    slug = models.SlugField(max_length=80)
    date = PartialDateField()
    starts_at = models.TimeField(null=True, blank=True)
    until = PartialDateField()
    ends_at = models.TimeField(null=True, blank=True)
    venue = models.ForeignKey(
        Venue, null=True, blank=True, on_delete=models.PROTECT, related_name="occurrences"
    )
    status = models.CharField(
        max_length=10, choices=OccurrenceStatus, default=OccurrenceStatus.SCHEDULED
    )
    note = TranslatedField(blank=True)

    class Meta:
        ordering = [models.F("date").asc(nulls_last=True), "starts_at", "slug"]
        constraints = [
            models.UniqueConstraint(fields=["event", "slug"], name="festival_occurrence_once")
        ]
        indexes = [models.Index(fields=["date", "event"], name="festival_by_day")]

    def __str__(self) -> str:
        return f"{self.event}, {self.date or '–'}"

    @property
    def moments(self) -> tuple[When, When]:
        """Start and end: moments in UTC, days, or None."""
        hours = (self.starts_at, self.ends_at)
        return moments(self.date, self.until, hours, zone=settings.TIME_ZONE)

    def clean(self) -> None:
        """Refuse impossible moments (Refused "time-without-day", "occurrence-end-alone",
        "occurrence-reversed", "time-not-existing").
        """
        # A date that could not be read is reported by its field.
        if all(isinstance(day, PartialDate | None) for day in (self.date, self.until)):
            _ = self.moments
