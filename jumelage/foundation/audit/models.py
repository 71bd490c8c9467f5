"""The journal's tables."""

from django.db import models


class Entry(models.Model):
    """One line: who did which act on which record, when and why; never changed, never removed.

    `record` is "room.model:key". `details` hold codes and field names, never a person's text.
    `digest` chains the line to the one before with a keyed hash.
    """

    at = models.DateTimeField()
    actor = models.CharField(max_length=40, blank=True)
    act = models.CharField(max_length=80)
    record = models.CharField(max_length=120, db_index=True)
    reason = models.CharField(max_length=80, blank=True)
    details = models.JSONField(default=dict)
    public = models.BooleanField(default=False)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["id"]
        default_permissions = ()
        indexes = [
            models.Index(fields=["-id"], condition=models.Q(public=True), name="audit_last_public")
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.act} {self.record}"


class Head(models.Model):
    """The one row that says where the chain ends; locking it puts writers in a queue."""

    number = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        default_permissions = ()
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="audit_one_head")]

    def __str__(self) -> str:
        return f"{self.number} {self.digest}"
