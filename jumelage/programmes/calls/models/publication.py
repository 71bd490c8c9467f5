"""What was published of a call, version by version, and the notices about it."""

from django.db import models

from jumelage.foundation.kernel.partial_dates import PartialDateField
from jumelage.foundation.kernel.translated import TranslatedField
from jumelage.foundation.questionnaires.models import FormVersion
from jumelage.programmes.calls.choices import NoticeKind
from jumelage.programmes.calls.models.call import Call


class Publication(models.Model):
    """Version `number` of a call's texts, frozen: `content` is what visitors read of it, and
    `form_version` what applicants fill in.

    `changed` lists what differs from the version before (rules/changes.py).
    """

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="publications")
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    form_version = models.ForeignKey(
        FormVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="publications"
    )
    content = models.JSONField()
    changed = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["number"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["call", "number"], name="calls_publication_once")
        ]

    def __str__(self) -> str:
        return f"{self.call_id} v{self.number}"


class Notice(models.Model):
    """A public notice: what happened to a published call, when, and why.

    After an extension or a breakdown, `closed_on` and `closed_hour` are the deadline of before, and
    `closes_on` and `closes_hour` the new one; after a change of the rules, `publication` holds them.
    """

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=12, choices=NoticeKind)
    at = models.DateTimeField()
    reason = TranslatedField()
    publication = models.ForeignKey(
        Publication, null=True, blank=True, on_delete=models.CASCADE, related_name="notices"
    )
    closed_on = PartialDateField()
    closed_hour = models.TimeField(null=True, blank=True)
    closes_on = PartialDateField()
    closes_hour = models.TimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-id"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.call_id}: {self.kind}"
