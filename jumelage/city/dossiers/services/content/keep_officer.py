"""Keep who has a mandate in an organisation."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from jumelage.city.dossiers.models import Dossier, Officer
from jumelage.city.dossiers.rules.national_number import refuse_national_number
from jumelage.foundation.audit.services.set_values import set_values
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused


def keep_officer(
    dossier: Dossier, values: dict[str, Any], *, number: int | None = None, actor: Any
) -> Officer:
    """Somebody of the dossier, with `values` (fields of `Officer`); `number` is the row that is changed, None adds one.

    Raises Refused("officer-reversed"), Refused("national-number") or ValidationError.
    """
    refuse_national_number(name=values["name"])
    start, end = values.get("start"), values.get("end")
    if start and end and end < start:
        raise Refused("officer-reversed", start=start, end=end)
    with transaction.atomic():
        kept = Dossier.objects.select_for_update().get(pk=dossier.pk)
        found = kept.officers.filter(pk=number).first() if number else None
        officer = found or Officer(dossier=kept)
        if changed := set_values(officer, values):
            Dossier.objects.filter(pk=kept.pk).update(changed_at=timezone.now())
            write_line(
                "dossiers.keep-officer", kept, actor=actor, officer=officer.pk, fields=changed
            )
    return officer


def remove_officer(officer: Officer, *, actor: Any) -> None:
    """Forget somebody who was named by mistake; a mandate that is over is given its end instead."""
    with transaction.atomic():
        kept = Dossier.objects.select_for_update().get(pk=officer.dossier_id)
        number = officer.pk
        officer.delete()
        Dossier.objects.filter(pk=kept.pk).update(changed_at=timezone.now())
        write_line("dossiers.remove-officer", kept, actor=actor, officer=number)
