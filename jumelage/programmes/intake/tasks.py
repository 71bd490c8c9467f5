"""Deliveries of the room, made after the answer."""

from datetime import datetime

from jumelage.city.dossiers.models import Dossier
from jumelage.foundation.kernel.background import task
from jumelage.programmes.intake.notices import dossier_ageing


@task
def tell_dossier_ageing(number: int, to: str, languages: list[str], until: str) -> None:
    """Write to the address `to` that the dossier `number` will be erased at `until` (ISO); nothing if it is gone."""
    dossier = Dossier.objects.filter(pk=number).first()
    if dossier:
        dossier_ageing(to, dossier.name, datetime.fromisoformat(until), languages).send()
