"""What somebody wishes or promises about the programme, and the city has not decided."""

from django.db import models

from jumelage.city.evidence.models import Claimed
from jumelage.city.portfolio.models.partnership import Partnership
from jumelage.foundation.kernel.translated import TranslatedField


class Announcement(Claimed):
    """A next step announced by its source, about one partnership or the whole programme (None)."""

    slug = models.SlugField(max_length=80, unique=True)
    text = TranslatedField()
    partnership = models.ForeignKey(
        Partnership, null=True, blank=True, on_delete=models.PROTECT, related_name="announcements"
    )
    published = models.BooleanField(default=True)

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return str(self.text)
