"""What was found on the day when somebody of ours looked."""

from django.db import models

from jumelage.city.evidence.models import Claimed
from jumelage.foundation.kernel.partial_dates import PartialDate, PartialDateField
from jumelage.foundation.kernel.periods import Period
from jumelage.programmes.atrisk.choices import Status
from jumelage.programmes.atrisk.models.person import AdoptedPerson


class StatusCheck(Claimed):
    """The status found on the day `checked_on`, dated by its source to `date` (or between `date` and `until`).

    `stored_copy`: a stored copy of the source was read, not its page of that day.

    The latest check is the status of the person; older ones stay.
    """

    person = models.ForeignKey(AdoptedPerson, on_delete=models.CASCADE, related_name="checks")
    checked_on = PartialDateField(null=False, blank=False)
    status = models.CharField(max_length=30, choices=Status)
    date = PartialDateField()
    until = PartialDateField()
    stored_copy = models.BooleanField(default=False)

    class Meta:
        ordering = ["-checked_on"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["person", "checked_on"], name="atrisk_check_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_status_display()} ({self.checked_on})"

    def clean(self) -> None:
        """Refuse an interval that ends before it starts (Refused "period-reversed")."""
        if all(isinstance(day, PartialDate | None) for day in (self.date, self.until)):
            Period(self.date, self.until)
