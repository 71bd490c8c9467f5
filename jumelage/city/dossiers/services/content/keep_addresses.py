"""Keep where an organisation is."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from jumelage.city.dossiers.models import Dossier
from jumelage.city.dossiers.rules.national_number import refuse_national_number
from jumelage.foundation.audit.services.set_values import set_values
from jumelage.foundation.audit.services.write_line import write_line


def keep_addresses(dossier: Dossier, rows: list[dict[str, Any]], *, actor: Any) -> None:
    """The addresses `rows` (`kind`, `street`, `postal_code`, `town`, `country`), one of each kind; others go.

    Saving the same again changes nothing. Raises Refused("national-number") or ValidationError.
    """
    for row in rows:
        refuse_national_number(
            **{f"{row['kind']}-{part}": row[part] for part in ("street", "town")}
        )
    with transaction.atomic():
        kept = Dossier.objects.select_for_update().get(pk=dossier.pk)
        if set_values(kept, {"addresses": rows}, {"addresses": ("kind",)}):
            Dossier.objects.filter(pk=kept.pk).update(changed_at=timezone.now())
            write_line("dossiers.keep-addresses", kept, actor=actor, number=len(rows))
