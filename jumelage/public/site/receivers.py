"""What the room does upon news from below."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from jumelage.foundation.audit.models import Entry
from jumelage.public.site.models import EditorialPage
from jumelage.public.site.services.index_told import index_told
from jumelage.public.site.services.tell_page import tell_page


@receiver(post_save, sender=Entry)
def follow_publication(instance: Entry, **_: Any) -> None:
    """The search follows every public act, in the act's own transaction: its line is written after its changes."""
    if instance.public:
        index_told(instance)


@receiver(page_published, sender=EditorialPage)
def follow_page(instance: EditorialPage, revision: Any, **_: Any) -> None:
    """A page was published: by an editor, by the loader or by its hour."""
    tell_page(instance, "site.publish-page", actor=revision.user if revision else None)


@receiver(page_unpublished, sender=EditorialPage)
@receiver(post_delete, sender=EditorialPage)
def follow_page_off(instance: EditorialPage, **_: Any) -> None:
    """A page was taken off."""
    tell_page(instance, "site.withdraw-page")
