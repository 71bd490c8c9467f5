"""The journal's tables."""

from typing import Any, NoReturn

from django.db import models


def _refuse(*_: Any, **__: Any) -> NoReturn:
    raise TypeError("A line of the journal is only ever added, by write_line.")


class EntryQuerySet(models.QuerySet["Entry"]):
    """Lines to read."""

    update = delete = bulk_create = bulk_update = _refuse


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

    objects = EntryQuerySet.as_manager()
    delete = _refuse

    class Meta:
        ordering = ["id"]
        default_permissions = ()
        indexes = [
            models.Index(fields=["-id"], condition=models.Q(public=True), name="audit_last_public")
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.act} {self.record}"

    def save(self, **options: Any) -> None:
        """Add the line; one that stands already is refused (TypeError), by the database too."""
        if not self._state.adding or not options.get("force_insert"):
            _refuse()
        super().save(**options)


class Head(models.Model):
    """The one row that says where the chain ends; locking it puts writers in a queue."""

    number = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        default_permissions = ()
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="audit_one_head")]

    def __str__(self) -> str:
        return f"{self.number} {self.digest}"
