"""How the texts of records stand in each language, and long work."""

from django.conf import settings
from django.db import models

from jumelage.foundation.kernel.translated import TranslatedField
from jumelage.foundation.registers.choices import TextState, WorkState


class RecordTexts(models.Model):
    """The texts of one record in one language, worked out from the journal, never entered.

    `record` is "room.model:key" as in the journal. `fields` lack the language or are older than another one.
    `seen` holds for each text its digest and the number of the journal's line that changed it.
    """

    record = models.CharField(max_length=120)
    kind = models.CharField(max_length=80, db_index=True)
    title = TranslatedField(blank=True)
    key = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=10)
    state = models.CharField(max_length=10, choices=TextState)
    fields = models.JSONField(default=list, blank=True)
    seen = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["record", "language"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["record", "language"], name="registers_texts_once")
        ]
        indexes = [models.Index(fields=["state", "language"], name="registers_by_state")]

    def __str__(self) -> str:
        return f"{self.record} ({self.language}): {self.state}"


class Work(models.Model):
    """A long work: `kind` ("room.work") names what it does, `done` of `total` (0: not known yet) how far it is.

    `given` is what it was started with, `memory` what one step leaves to the next. `code` and `details` word a refusal.
    """

    kind = models.CharField(max_length=60)
    state = models.CharField(max_length=10, choices=WorkState, default=WorkState.WAITING)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="works"
    )
    given = models.JSONField(default=dict)
    memory = models.JSONField(default=dict)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    code = models.CharField(max_length=60, blank=True)
    details = models.JSONField(default=dict, blank=True)
    file = models.CharField(max_length=200, blank=True)
    started_at = models.DateTimeField(auto_now_add=True)
    moved_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-id"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.kind} {self.done}/{self.total}"

    @property
    def share(self) -> int:
        """How much is done, in whole percents."""
        return 100 * self.done // self.total if self.total else 0

    @property
    def page(self) -> str:
        """The name of the address where it is shown, which takes its number."""
        return str(self.given.get("page", "work"))

    @property
    def is_open(self) -> bool:
        """Whether the worker still has something to do."""
        return self.state in {WorkState.WAITING, WorkState.RUNNING}
