"""Files that are still on their way."""

from uuid import uuid4

from django.conf import settings
from django.db import models


class PartialUpload(models.Model):
    """A file that comes in pieces; what has arrived is the file named after `key` in the folder of unfinished ones.

    Its length on the disk is the offset: no row is written while pieces come. `purpose` says for which record of which
    room it is, for example "dossiers.document:12".
    """

    key = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    purpose = models.CharField(max_length=120)
    name = models.CharField(max_length=200)
    length_bytes = models.PositiveBigIntegerField()
    begun_at = models.DateTimeField()

    class Meta:
        ordering = ["begun_at"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
