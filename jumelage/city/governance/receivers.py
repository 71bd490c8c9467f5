"""What the room does upon news from below."""

from typing import Any

from django.dispatch import receiver

from jumelage.city.governance.services.repoint_organisation import repoint_organisation
from jumelage.city.organisations.models import Organisation
from jumelage.city.organisations.signals import organisations_merged


@receiver(organisations_merged)
def follow_merge(double: Organisation, kept: Organisation, **_: Any) -> None:
    """Bodies and seats follow the organisation that was kept."""
    repoint_organisation(double, kept)
