"""Say on what a publication rests."""

from datetime import date
from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.set_values import set_values
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.registers.queries.meeting import joined
from jumelage.programmes.atrisk.models import AdoptedPerson, Publication
from jumelage.programmes.atrisk.queries.gate import ground_of
from jumelage.programmes.atrisk.rules.publication import check_ground


def keep_ground(
    person: AdoptedPerson, values: dict[str, Any], *, actor: Any, today: date, marks: str = ""
) -> Publication:
    """The ground of showing `person` (fields of `Publication`). A change takes the approvals and the page back.

    The same again changes nothing. Raises Refused("atrisk-campaign-unlinked"), Refused("atrisk-consent-incomplete"),
    Refused("atrisk-consent-expired"), Refused("atrisk-risk-note-missing"), Refused("atrisk-basis-missing"),
    Refused("record-changed") or ValidationError.
    """
    with transaction.atomic():
        locked = AdoptedPerson.every.select_for_update().get(pk=person.pk)
        kept = Publication.objects.filter(person=locked).first() or Publication(person=locked)
        changed = set_values(kept, joined(kept, values, marks=marks))
        check_ground(ground_of(kept), today=today)
        if changed:
            kept.approvals.all().delete()
            hidden = locked.published
            locked.published = False
            locked.save(update_fields=["published"])
            person.published = False
            write_line("atrisk.keep-ground", person, actor=actor, public=hidden, fields=changed)
    return kept
