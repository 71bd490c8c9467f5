"""What is done when an application is deposited or completed."""

from typing import Any

from django.dispatch import receiver

from jumelage.programmes.applications.models import Application
from jumelage.programmes.applications.signals import application_deposited
from jumelage.programmes.intake.services.keep_fingerprints import keep_fingerprints


@receiver(application_deposited)
def keep_what_it_is_found_by(application: Application, **_: Any) -> None:
    """Its fingerprints are those of what was just frozen."""
    keep_fingerprints(application)
