"""What the room does upon news from below."""

from typing import Any

from django.dispatch import receiver

from jumelage.city.dossiers.services.content.merge_dossiers import merge_dossiers
from jumelage.city.organisations.models import Organisation
from jumelage.city.organisations.signals import organisations_merged


@receiver(organisations_merged)
def follow_merge(double: Organisation, kept: Organisation, **_: Any) -> None:
    """Dossiers and requests follow the organisation that was kept."""
    merge_dossiers(double, kept)
