"""Suppliers' certificates: staff only."""

from django.conf import settings
from django.db import models

from jumelage.city.organisations.models import Organisation
from jumelage.programmes.fairtrade.choices import Answer
from jumelage.programmes.fairtrade.models.mark import Mark


class Certificate(models.Model):
    """A certificate, or a proof of membership, that a supplier gave. Both days of its validity are included.

    `scope` is the text printed on it; `file` is private, under a name that nobody guesses.
    """

    supplier = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="certificates"
    )
    mark = models.ForeignKey(Mark, on_delete=models.PROTECT, related_name="certificates")
    number = models.CharField(max_length=80)
    scope = models.TextField()
    valid_from = models.DateField()
    valid_until = models.DateField()
    file = models.FileField(upload_to="certificates/", max_length=200, blank=True)
    media_type = models.CharField(max_length=100, blank=True)
    size_bytes = models.PositiveBigIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["valid_until", "id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["mark", "number", "valid_from"], name="fairtrade_certificate_once"
            ),
            models.CheckConstraint(
                condition=models.Q(valid_until__gte=models.F("valid_from")),
                name="fairtrade_certificate_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mark} {self.number}"


class Check(models.Model):
    """What the mark's public registry said of a certificate, on which day, and who looked."""

    certificate = models.ForeignKey(Certificate, on_delete=models.CASCADE, related_name="checks")
    on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=20, choices=Answer)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-on", "-id"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.get_answer_display()} ({self.on})"


class Reminder(models.Model):
    """A reminder that went out: once per threshold of days and per end of validity."""

    certificate = models.ForeignKey(Certificate, on_delete=models.CASCADE, related_name="reminders")
    valid_until = models.DateField()
    threshold_days = models.SmallIntegerField()
    sent_on = models.DateField()

    class Meta:
        ordering = ["id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["certificate", "valid_until", "threshold_days"],
                name="fairtrade_reminder_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.certificate_id}: {self.threshold_days}"
