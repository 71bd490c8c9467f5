"""Say once a year that a document is still valid."""

from datetime import date
from typing import Any

from django.db import transaction

from jumelage.city.dossiers.models import DossierDocument
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused


def confirm_document(document: DossierDocument, *, today: date, actor: Any) -> None:
    """`actor` says that `document` is still valid today. Raises Refused("document-gone") when it was replaced."""
    with transaction.atomic():
        kept = DossierDocument.objects.select_for_update().get(pk=document.pk)
        if kept.replaced_by_id:
            raise Refused("document-gone")
        if kept.confirmed_on < today:
            kept.confirmed_on = today
            kept.save(update_fields=["confirmed_on"])
            write_line("dossiers.confirm-document", kept.dossier, actor=actor, document=kept.pk)
