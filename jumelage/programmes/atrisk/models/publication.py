"""The gate: on what a publication rests, who approved it, and when it was stopped."""

from django.conf import settings
from django.db import models

from jumelage.city.evidence.models import Source
from jumelage.foundation.kernel.translated import TranslatedField
from jumelage.programmes.atrisk.choices import Basis, ConsentBy, StopReason
from jumelage.programmes.atrisk.models.person import AdoptedPerson


class Publication(models.Model):
    """On what showing a person rests. `source` is the public page that names the person, `pinpoint` the place in it.

    `risk_note` is sealed: it stands on no page but the file of the at-risk officer.
    """

    person = models.OneToOneField(
        AdoptedPerson, on_delete=models.CASCADE, related_name="publication"
    )
    basis = models.CharField(max_length=20, choices=Basis)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")
    pinpoint = TranslatedField(blank=True)
    consent_by = models.CharField(max_length=20, choices=ConsentBy, blank=True)
    consent_on = models.DateField(null=True, blank=True)
    scope = models.CharField(max_length=300, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    risk_note = models.TextField(blank=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.get_basis_display()


class Approval(models.Model):
    """Somebody's yes to this publication, as it stood then: a change of the basis takes it away."""

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="approvals")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["publication", "by"], name="atrisk_approval_once")
        ]

    def __str__(self) -> str:
        return str(self.by)


class Stop(models.Model):
    """A page taken away: when, by whom, why; `lifted_at` is None while it holds."""

    person = models.ForeignKey(AdoptedPerson, on_delete=models.CASCADE, related_name="stops")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=20, choices=StopReason)
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-id"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.person_id} {self.at:%Y-%m-%d %H:%M}"
