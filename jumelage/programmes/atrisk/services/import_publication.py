"""Record that the city's own page shows a person already."""

from typing import Any

from django.db import transaction

from jumelage.city.evidence.models import Source
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.programmes.atrisk.choices import Basis
from jumelage.programmes.atrisk.models import AdoptedPerson, Publication
from jumelage.programmes.atrisk.rules.publication import Ground, check_imported


def import_publication(
    person: AdoptedPerson, *, source: Source, pinpoint: dict[str, str], actor: Any = None
) -> None:
    """Show `person` on the ground of the paragraph `pinpoint` of the city's page: nobody of ours approved it.

    Changes nothing once people decided, or once the page was stopped, even if the stop was lifted.
    Raises Refused("atrisk-import-not-city") or Refused("atrisk-import-unpinned").
    """
    ground = Ground(
        basis=Basis.IMPORTED,
        source=str(source.title),
        source_address=source.address,
        source_voice=source.voice,
        pinned=any(pinpoint.values()),
    )
    check_imported(ground)
    with transaction.atomic():
        locked = AdoptedPerson.every.select_for_update().get(pk=person.pk)
        decided = Publication.objects.filter(person=locked).exists()
        if decided or locked.stops.exists():
            return
        Publication.objects.create(
            person=locked, basis=Basis.IMPORTED, source=source, pinpoint=pinpoint
        )
        locked.published = True
        locked.save(update_fields=["published"])
        person.published = True
        write_line("atrisk.import-publication", person, actor=actor, public=True)
