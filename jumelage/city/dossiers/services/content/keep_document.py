"""Put a document into a dossier."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from jumelage.city.dossiers.choices import DocumentKind
from jumelage.city.dossiers.models import Dossier, DossierDocument
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.uploads.services.keep_upload import Kept, keep_upload

LONGEST_NAME = 200


def keep_document(
    dossier: Dossier,
    values: dict[str, Any],
    *,
    content: bytes,
    name: str,
    replaces: DossierDocument | None = None,
    today: date,
    actor: Any,
) -> DossierDocument:
    """A document with `values` (`kind`, `account`, `year`, `valid_from`, `valid_until`) and the file as it was sent.

    The one that it `replaces` stays for the files that were deposited with it. Raises Refused("document-reversed"),
    Refused("document-year"), Refused("document-gone") or what `keep_upload` refuses.
    """
    _check(values)
    # Outside the transaction: reading a file may take seconds, and nobody should wait to write meanwhile.
    kept = keep_upload(content, folder="dossiers", owner=str(dossier.pk), name=name)
    with transaction.atomic():
        Dossier.objects.select_for_update().get(pk=dossier.pk)
        if replaces:
            replaces.refresh_from_db()
            if replaces.replaced_by_id:
                raise Refused("document-gone")
        document = DossierDocument.objects.create(
            **_sent(dossier, values, kept, name), sent_by=actor, confirmed_on=today
        )
        if replaces:
            replaces.replaced_by = document
            replaces.save(update_fields=["replaced_by"])
        Dossier.objects.filter(pk=dossier.pk).update(changed_at=timezone.now())
        write_line(
            "dossiers.keep-document",
            dossier,
            actor=actor,
            document=document.pk,
            kind=document.kind,
        )
    return document


def _sent(dossier: Dossier, values: dict[str, Any], kept: Kept, name: str) -> dict[str, Any]:
    file = {name: getattr(kept, name) for name in ("file", "media_type", "size_bytes", "sha256")}
    told = {"dossier": dossier, "name": name[-LONGEST_NAME:], "sent_at": timezone.now()}
    return values | file | told


def _check(values: dict[str, Any]) -> None:
    start, end = values.get("valid_from"), values.get("valid_until")
    if start and end and end < start:
        raise Refused("document-reversed", start=start, end=end)
    if values["kind"] == DocumentKind.ACCOUNTS and not values.get("year"):
        raise Refused("document-year")
