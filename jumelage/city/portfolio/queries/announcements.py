"""Questions about what is announced."""

from django.db import models

from jumelage.city.portfolio.models import Announcement


def announcements() -> models.QuerySet[Announcement]:
    """What visitors may read of the next steps of the whole programme; a partnership has its own."""
    return Announcement.objects.filter(published=True, partnership=None)
