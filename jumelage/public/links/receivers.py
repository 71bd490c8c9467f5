"""What the room does upon news from below."""

from typing import Any

from django.dispatch import receiver
from wagtail.signals import page_slug_changed

from jumelage.public.links.services.keep_redirect import follow_move
from jumelage.public.site.models import EditorialPage


@receiver(page_slug_changed, sender=EditorialPage)
def follow_page_moved(instance: EditorialPage, instance_before: EditorialPage, **_: Any) -> None:
    """A published page has a new address: the old one leads to it."""
    if instance_before.address != instance.address:
        follow_move(instance_before.address, instance.address)
