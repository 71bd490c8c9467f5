"""Who asked to be told of new calls, and what was sent. Addresses are personal data."""

from django.db import models

from jumelage.programmes.calls.choices import AlertKind
from jumelage.programmes.calls.models.call import Call
from jumelage.programmes.calls.models.publication import Notice


class Subscription(models.Model):
    """An e-mail address to which we write of calls, in its `language`, once it is confirmed.

    `nonce` goes into the links that we send; the links themselves are kept nowhere.
    """

    email = models.EmailField(unique=True)
    language = models.CharField(max_length=10)
    nonce = models.CharField(max_length=40)
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"#{self.pk}"


class Alert(models.Model):
    """A message about a call that went out to a subscriber: once of each kind, or once for the `notice` it tells of."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="alerts")
    kind = models.CharField(max_length=10, choices=AlertKind)
    subscription = models.ForeignKey(Subscription, on_delete=models.CASCADE, related_name="alerts")
    notice = models.ForeignKey(
        Notice, null=True, blank=True, on_delete=models.CASCADE, related_name="alerts"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["call", "kind", "subscription"],
                condition=models.Q(notice=None),
                name="calls_alert_once",
            ),
            models.UniqueConstraint(
                fields=["notice", "subscription"], name="calls_alert_once_a_notice"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.call_id}: {self.kind}"
