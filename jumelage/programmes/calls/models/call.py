"""A call for projects."""

from datetime import datetime

from django.conf import settings
from django.db import models

from jumelage.city.evidence.models import Claimed
from jumelage.foundation.kernel.partial_dates import PartialDate, PartialDateField
from jumelage.foundation.kernel.translated import TranslatedField
from jumelage.foundation.questionnaires.models import Form
from jumelage.programmes.calls.choices import Authority, State
from jumelage.programmes.calls.rules.states import Facts, is_outage_news, moment_of, state_at


class Call(Claimed):
    """The call of one year: its working texts and the state that its acts give it.

    Visitors read the last `Publication`, never these texts. Days may be known to the month or year;
    an unknown hour is None, and then nothing opens or closes by the minute. Hours are those of the
    city's clocks. `budget_cents` and every other figure that nobody knows is None.
    `form` is what applicants fill in; a publication points to one version of it.
    """

    slug = models.SlugField(max_length=80, unique=True)
    year = models.PositiveSmallIntegerField()
    title = TranslatedField()
    summary = TranslatedField(blank=True)
    purpose = TranslatedField(blank=True)
    how_to_apply = TranslatedField(blank=True)
    contact = TranslatedField(blank=True)
    contact_email = models.EmailField(blank=True)
    budget_cents = models.PositiveBigIntegerField(null=True, blank=True)
    budget_authority = models.CharField(
        max_length=10, choices=Authority, default=Authority.PROPOSAL
    )
    opens_on = PartialDateField()
    opens_hour = models.TimeField(null=True, blank=True)
    closes_on = PartialDateField()
    closes_hour = models.TimeField(null=True, blank=True)
    grace_minutes = models.PositiveSmallIntegerField(default=30)
    completion_days = models.PositiveSmallIntegerField(default=7)
    draft_retention_days = models.PositiveSmallIntegerField(default=180)
    de_facto_min_persons = models.PositiveSmallIntegerField(null=True, blank=True)
    form = models.ForeignKey(
        Form, null=True, blank=True, on_delete=models.PROTECT, related_name="calls"
    )
    demonstration = models.BooleanField(default=False)
    published = models.BooleanField(default=False, editable=False)
    cancelled = models.BooleanField(default=False, editable=False)
    current = models.ForeignKey(
        "calls.Publication",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    cloned_from = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="clones",
    )

    class Meta:
        ordering = ["-year", "-closes_on", "slug"]
        indexes = [models.Index(fields=["published", "-year"], name="calls_published_by_year")]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def facts(self) -> Facts:
        """What its state depends on."""
        return Facts(
            published=self.published,
            cancelled=self.cancelled,
            opens_on=self.opens_on,
            opens_hour=self.opens_hour,
            closes_on=self.closes_on,
            closes_hour=self.closes_hour,
            zone=settings.TIME_ZONE,
        )

    @property
    def opens_at(self) -> datetime | None:
        """The moment it opens, in UTC; None where day or hour is not known."""
        return moment_of(self.opens_on, self.opens_hour, zone=settings.TIME_ZONE)

    @property
    def closes_at(self) -> datetime | None:
        """The moment it closes, in UTC; None where day or hour is not known."""
        return moment_of(self.closes_on, self.closes_hour, zone=settings.TIME_ZONE)

    def state(self, now: datetime) -> State:
        """Where it stands at `now`, an aware moment; the grace period does not keep it open."""
        return State(state_at(self.facts, now=now))

    def may_tell_outage(self, now: datetime) -> bool:
        """Whether a breakdown at its closing hour may still be told at `now`."""
        known = self.state(now) in {State.OPEN, State.CLOSED}
        return known and is_outage_news(self.facts, now=now)

    def clean(self) -> None:
        """Refuse impossible dates (Refused "call-reversed", "call-hour-without-day",
        "call-hour-not-existing").
        """
        # A date that could not be read is reported by its field.
        if all(isinstance(day, PartialDate | None) for day in (self.opens_on, self.closes_on)):
            self.facts.check()
