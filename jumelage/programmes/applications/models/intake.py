"""Applications that the service enters, and those that are alike."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from jumelage.programmes.applications.choices import Likeness, Verdict
from jumelage.programmes.applications.models.application import Application

USER = settings.AUTH_USER_MODEL


class Intake(models.Model):
    """An application that came on paper or by e-mail: when, from whom, and who entered it.

    `arrived_at` is the postmark, the counter's stamp or the mail's hour; the scanned original is an attachment
    without a field.
    """

    application = models.OneToOneField(Application, on_delete=models.CASCADE, related_name="intake")
    arrived_at = models.DateTimeField()
    sender = models.CharField(max_length=120)
    sender_email = models.EmailField(blank=True)
    sender_phone = models.CharField(max_length=40, blank=True)
    note = models.TextField(blank=True)
    entered_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.sender


class Fingerprint(models.Model):
    """A value of an application by which others are found to be alike, made comparable (and keyed where personal)."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="fingerprints"
    )
    kind = models.CharField(max_length=12, choices=Likeness)
    value = models.CharField(max_length=64)

    class Meta:
        ordering = ["id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["application", "kind", "value"], name="applications_fingerprint_once"
            )
        ]
        indexes = [models.Index(fields=["kind", "value"], name="applications_alike")]

    def __str__(self) -> str:
        return f"{self.kind} {self.value[:8]}"


class Comparison(models.Model):
    """What a clerk says of two applications that are alike; nothing is refused by it."""

    first = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="+")
    verdict = models.CharField(max_length=10, choices=Verdict)
    note = models.TextField(blank=True)
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="applications_compared_once"),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="applications_compared_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} {self.second_id} {self.verdict}"
