"""What lasts from a date to another, and where it stands."""

from datetime import date

from django.db import models

from jumelage.city.portfolio.choices import Status
from jumelage.city.portfolio.rules.status import status_on
from jumelage.foundation.kernel.partial_dates import PartialDate, PartialDateField
from jumelage.foundation.kernel.periods import Period


class Dated(models.Model):
    """Something with a period; unknown dates are None."""

    start = PartialDateField()
    end = PartialDateField()

    class Meta:
        abstract = True

    @property
    def period(self) -> Period:
        """From start to end."""
        return Period(self.start, self.end)

    def clean(self) -> None:
        """Refuse a period that ends before it starts (Refused "period-reversed")."""
        # A date that could not be read is reported by its field.
        if all(isinstance(day, PartialDate | None) for day in (self.start, self.end)):
            Period(self.start, self.end)


class Stated(Dated):
    """Something that is planned, ongoing or ended; `status` is empty when it follows from the period.

    `current` is the status on the day of the question, filled in by the queries.
    """

    status = models.CharField(max_length=10, choices=Status, blank=True)
    current: Status | None = None

    class Meta:
        abstract = True

    def status_on(self, today: date) -> Status:
        """Where it stands on `today`."""
        return Status(status_on(explicit=self.status, period=self.period, today=today))
