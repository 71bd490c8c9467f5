"""Deposits: what was frozen, under which number, and what is asked or allowed around the deadline."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from jumelage.foundation.questionnaires.models import FormVersion
from jumelage.programmes.applications.choices import Exemption, Ground, WindowReason
from jumelage.programmes.applications.models.application import Application
from jumelage.programmes.calls.models import Call

USER = settings.AUTH_USER_MODEL


def new_nonce() -> str:
    """Sixteen bytes by chance."""
    return secrets.token_hex(16)


class Counter(models.Model):
    """The last number given in a year; its lock puts depositors in a queue."""

    year = models.PositiveIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.year} {self.last}"


class LateCode(models.Model):
    """Lets one named person start, finish and deposit one application after the hour, once, until `expires_at`.

    The code itself is kept nowhere: it is drawn from `nonce` and the site's secret. It is bound to an application when
    it is redeemed, and spent by the deposit.
    """

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="late_codes")
    application = models.ForeignKey(
        Application, null=True, blank=True, on_delete=models.CASCADE, related_name="late_codes"
    )
    name = models.CharField(max_length=120)
    email = models.EmailField()
    nonce = models.CharField(max_length=32, default=new_nonce)
    reason = models.CharField(max_length=20, choices=Exemption)
    explanation = models.TextField()
    given_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    redeemed_by = models.ForeignKey(USER, null=True, on_delete=models.PROTECT, related_name="+")
    redeemed_at = models.DateTimeField(null=True, blank=True)
    spent_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.call_id} {self.name}"


class Deposit(models.Model):
    """One deposit: its number, and the whole content frozen as canonical JSON with its SHA-256.

    `key` comes from the page on which the button stood: the same page sent twice makes one deposit. At most one
    deposit of an application stands; one that was withdrawn keeps its number and its content.
    """

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="deposits")
    number = models.CharField(max_length=20, unique=True)
    year = models.PositiveIntegerField()
    sequence = models.PositiveIntegerField()
    key = models.CharField(max_length=40)
    at = models.DateTimeField()
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(max_length=12, choices=Ground)
    late_code = models.ForeignKey(
        LateCode, null=True, blank=True, on_delete=models.PROTECT, related_name="deposits"
    )
    form_version = models.ForeignKey(FormVersion, on_delete=models.PROTECT, related_name="+")
    declaration = models.TextField()
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["year", "sequence"], name="applications_sequence_once"),
            models.UniqueConstraint(
                fields=["application", "key"], name="applications_deposit_key_once"
            ),
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(withdrawn_at__isnull=True),
                name="applications_one_standing_deposit",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class CompletionWindow(models.Model):
    """Re-opens the fields asked for, and no other, until `until`; what is sent is frozen again beside the deposit."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="windows")
    deposit = models.ForeignKey(Deposit, on_delete=models.PROTECT, related_name="windows")
    fields = models.JSONField(default=list)
    reason = models.CharField(max_length=20, choices=WindowReason)
    message = models.TextField()
    opened_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    completed_at = models.DateTimeField(null=True, blank=True)
    completed_by = models.ForeignKey(
        USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    content = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["-id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(completed_at__isnull=True, closed_at__isnull=True),
                name="applications_one_open_window",
            )
        ]

    def __str__(self) -> str:
        return f"{self.application_id} {self.until:%Y-%m-%d}"
