"""What the room does upon news from below."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from jumelage.foundation.audit.models import Entry
from jumelage.public.site.services.index_told import index_told


@receiver(post_save, sender=Entry)
def follow_publication(instance: Entry, **_: Any) -> None:
    """The search follows every public act, in the act's own transaction: its line is written after its changes."""
    if instance.public:
        index_told(instance)
