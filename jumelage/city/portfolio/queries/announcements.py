"""Questions about what is announced."""

from django.db import models

from jumelage.city.portfolio.models import Announcement, Partnership


def announcements(partnership: Partnership | None = None) -> models.QuerySet[Announcement]:
    """What visitors may read of the next steps of `partnership`, or of the whole programme for None."""
    return Announcement.objects.filter(published=True, partnership=partnership)
