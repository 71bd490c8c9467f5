"""What happened to a person, what still binds them, and what one may write."""

from django.db import models

from jumelage.city.evidence.models import Claimed
from jumelage.foundation.kernel.partial_dates import PartialDate, PartialDateField
from jumelage.foundation.kernel.periods import Period
from jumelage.foundation.kernel.translated import TranslatedField
from jumelage.programmes.atrisk.choices import (
    EventKind,
    MessageKind,
    RestrictionKind,
    Status,
    Visibility,
)
from jumelage.programmes.atrisk.models.person import AdoptedPerson


class Event(Claimed):
    """Something that happened on `date`, or between `date` and `until` when only an interval is known.

    `disputed`: our sources contradict each other on it, and both are shown.
    """

    person = models.ForeignKey(AdoptedPerson, on_delete=models.CASCADE, related_name="events")
    slug = models.SlugField(max_length=80)
    kind = models.CharField(max_length=20, choices=EventKind)
    title = TranslatedField()
    date = PartialDateField()
    until = PartialDateField()
    disputed = models.BooleanField(default=False)
    visibility = models.CharField(max_length=10, choices=Visibility, default=Visibility.PUBLIC)

    class Meta:
        ordering = ["id"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["person", "slug"], name="atrisk_event_once")]

    def __str__(self) -> str:
        return str(self.title)

    def clean(self) -> None:
        """Refuse an interval that ends before it starts (Refused "period-reversed")."""
        if all(isinstance(day, PartialDate | None) for day in (self.date, self.until)):
            Period(self.date, self.until)


class Restriction(Claimed):
    """What a released person still may not do; an unknown end is not over."""

    person = models.ForeignKey(AdoptedPerson, on_delete=models.CASCADE, related_name="restrictions")
    kind = models.CharField(max_length=20, choices=RestrictionKind)
    text = TranslatedField()
    start = PartialDateField()
    end = PartialDateField()

    class Meta:
        ordering = ["id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["person", "kind"], name="atrisk_restriction_once")
        ]

    def __str__(self) -> str:
        return str(self.text)

    @property
    def period(self) -> Period:
        """From start to end."""
        return Period(self.start, self.end)

    def clean(self) -> None:
        """Refuse a restriction that ends before it starts (Refused "period-reversed")."""
        if all(isinstance(day, PartialDate | None) for day in (self.start, self.end)):
            Period(self.start, self.end)


class Letter(Claimed):
    """What one may write while the person has this status: a text, to whom, and where; an unknown address is empty."""

    person = models.ForeignKey(AdoptedPerson, on_delete=models.CASCADE, related_name="letters")
    status = models.CharField(max_length=30, choices=Status)
    kind = models.CharField(max_length=20, choices=MessageKind)
    text = TranslatedField()
    rules = TranslatedField(blank=True)
    addressee = TranslatedField(blank=True)
    address = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["person", "status", "kind"], name="atrisk_letter_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.get_status_display()})"
