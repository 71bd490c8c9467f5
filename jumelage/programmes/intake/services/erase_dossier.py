"""Erase a dossier with its files."""

from functools import partial
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction

from jumelage.city.dossiers.models import Dossier
from jumelage.foundation.audit.services.write_line import write_line


def erase_dossier(
    dossier: Dossier, *, with_organisation: bool, reason: str, actor: Any = None
) -> None:
    """Remove the dossier and all it holds, and its organisation if told so; `reason` is a code. Whoever calls has made
    sure that nobody needs it.
    """
    with transaction.atomic():
        for name in set(dossier.documents.values_list("file", flat=True)):
            transaction.on_commit(partial(default_storage.delete, name))
        write_line("dossiers.erase", dossier, actor=actor, reason=reason)
        organisation = dossier.organisation
        dossier.delete()
        if with_organisation:
            organisation.delete()
