"""Files joined to an application."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from jumelage.programmes.applications.models.application import Application

USER = settings.AUTH_USER_MODEL


class Attachment(models.Model):
    """A file given in answer to the field `field`, or (field empty) the scanned original of a paper application.

    `file` is private, under a name that nobody guesses; `name` is the one it came with. A file that was removed
    or replaced stays until the application goes: a deposit may name it.
    """

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="attachments"
    )
    field = models.CharField(max_length=60, blank=True)
    file = models.FileField(upload_to="applications/", max_length=200)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size_bytes = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    pages = models.PositiveIntegerField(null=True, blank=True)
    tagged = models.BooleanField(null=True, blank=True)
    from_dossier = models.BooleanField(default=False)
    added_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        default_permissions = ()
        constraints = [
            # The same file sent twice to one field, by a double click or a second try, is one file.
            models.UniqueConstraint(
                fields=["application", "field", "sha256"],
                condition=models.Q(removed_at__isnull=True),
                name="applications_file_once",
            )
        ]

    def __str__(self) -> str:
        return self.name
