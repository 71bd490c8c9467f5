"""A clerk says what they saw in a document."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from jumelage.city.dossiers.choices import DocumentState
from jumelage.city.dossiers.models import DossierDocument
from jumelage.city.dossiers.tasks import tell_document_refused
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused


def check_document(
    document: DossierDocument, *, accepted: bool, remark: str = "", actor: Any
) -> None:
    """Accept `document`, or ask for it again: then `remark` says why, and those who write the dossier are told by mail.

    Raises Refused("document-gone") when it was replaced, or Refused("document-remark").
    """
    if not accepted and not remark.strip():
        raise Refused("document-remark")
    with transaction.atomic():
        kept = DossierDocument.objects.select_for_update().get(pk=document.pk)
        if kept.replaced_by_id:
            raise Refused("document-gone")
        kept.state = DocumentState.ACCEPTED if accepted else DocumentState.REFUSED
        kept.remark, kept.checked_at, kept.checked_by = remark.strip(), timezone.now(), actor
        kept.save(update_fields=["state", "remark", "checked_at", "checked_by"])
        write_line(
            "dossiers.check-document",
            kept.dossier,
            actor=actor,
            document=kept.pk,
            state=str(kept.state),
        )
        if not accepted:
            tell_document_refused.enqueue(kept.pk)
