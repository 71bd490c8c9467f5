"""Forms and their versions. Answers are kept by the room that asked."""

from typing import Any

from django.db import models

from jumelage.foundation.kernel.translated import TranslatedField


class Form(models.Model):
    """A form, whatever its version. `slug` is its identity in data files."""

    slug = models.SlugField(max_length=80, unique=True)
    title = TranslatedField()
    description = TranslatedField(blank=True)

    class Meta:
        ordering = ["slug"]
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.title)


class FormVersion(models.Model):
    """One version of a form: a working copy until it is published, fixed from then on.

    `definition` is read by `queries.forms.definition_of`. `revision` counts the saves of the working copy.
    """

    form = models.ForeignKey(Form, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    definition: models.JSONField[Any, Any] = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(auto_now=True)
    published_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["form", "-number"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["form", "number"], name="questionnaires_number_once"),
            models.UniqueConstraint(
                fields=["form"],
                condition=models.Q(published_at=None),
                name="questionnaires_one_working_copy",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.form} ({self.number})"

    @property
    def is_published(self) -> bool:
        """Whether it is fixed."""
        return self.published_at is not None
