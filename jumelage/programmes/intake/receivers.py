"""What is done when an application is deposited or completed, and when two organisations are one."""

from typing import Any

from django.dispatch import receiver

from jumelage.city.organisations.models import Organisation
from jumelage.city.organisations.signals import organisations_merged
from jumelage.programmes.applications.models import Application
from jumelage.programmes.applications.signals import application_deposited
from jumelage.programmes.intake.services.keep_fingerprints import keep_fingerprints
from jumelage.programmes.intake.services.repoint_organisation import repoint_organisation


@receiver(application_deposited)
def keep_what_it_is_found_by(application: Application, **_: Any) -> None:
    """Its fingerprints are those of what was just frozen."""
    keep_fingerprints(application)


@receiver(organisations_merged)
def follow_merge(double: Organisation, kept: Organisation, **_: Any) -> None:
    """Applications follow the organisation that was kept, as its dossier does."""
    repoint_organisation(double, kept)
