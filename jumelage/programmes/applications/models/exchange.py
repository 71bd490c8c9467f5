"""What is said between applicants and the service: questions, mails."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from jumelage.programmes.applications.choices import Letter, Sent
from jumelage.programmes.applications.models.application import Application
from jumelage.programmes.calls.models import Faq

USER = settings.AUTH_USER_MODEL


class Question(models.Model):
    """A question asked from within an application, at the field `field` or at none, and its answer.

    `faq` is the entry of the call's public list made from it; it does not say who asked.
    """

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="questions")
    field = models.CharField(max_length=60, blank=True)
    text = models.TextField()
    asked_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    faq = models.ForeignKey(Faq, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["id"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.text[:60]


class Mail(models.Model):
    """A mail about an application: queued with its act, sent once, and what became of it.

    `occasion` tells two mails of one kind apart (the day of a reminder, the number of a deposit).
    """

    application = models.ForeignKey(
        Application, null=True, blank=True, on_delete=models.CASCADE, related_name="mails"
    )
    kind = models.CharField(max_length=12, choices=Letter)
    occasion = models.CharField(max_length=60, blank=True)
    address = models.EmailField()
    language = models.CharField(max_length=10)
    details = models.JSONField(default=dict)
    queued_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=Sent, default=Sent.WAITING)
    settled_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["application", "kind", "occasion", "address"],
                name="applications_mail_once",
            )
        ]
        indexes = [
            models.Index(
                fields=["address"],
                condition=Q(state=Sent.BOUNCED),
                name="applications_bounced",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.address}"
