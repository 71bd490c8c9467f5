"""The search index: what is found, in each language, and the words that occur."""

from typing import Any

from django.db import models

from jumelage.public.site.choices import Found


class Vector(models.Field[Any, Any]):
    """The words of an entry, as PostgreSQL's search wants them; SQLite keeps them in a table of its own."""

    def db_type(self, connection: Any) -> str:
        """A `tsvector`, where there is one."""
        return "tsvector" if connection.vendor == "postgresql" else "text"


class SearchEntry(models.Model):
    """One record in one language of the readers. `record` is "room.model:key", as in the journal.

    `title_language` is that of the title, where the reader's is missing. `body` is empty for a document,
    whose text stays where it is. `digest` tells whether anything changed.
    """

    kind = models.CharField(max_length=20, choices=Found)
    record = models.CharField(max_length=120)
    language = models.CharField(max_length=10)
    slug = models.CharField(max_length=255)
    title = models.TextField()
    title_language = models.CharField(max_length=10, blank=True)
    summary = models.TextField(blank=True)
    body = models.TextField(blank=True)
    digest = models.CharField(max_length=64)
    vector = Vector(null=True, editable=False)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["record", "language"], name="site_entry_once")
        ]

    def __str__(self) -> str:
        return f"{self.record} ({self.language})"


class Word(models.Model):
    """A word of the index in one language, and in how many entries it occurs: what typing errors are compared with."""

    language = models.CharField(max_length=10)
    text = models.CharField(max_length=40)
    uses = models.PositiveIntegerField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["language", "text"], name="site_word_once")]
        indexes = [
            models.Index("language", models.F("uses").desc(), "text", name="site_commonest"),
        ]

    def __str__(self) -> str:
        return self.text
