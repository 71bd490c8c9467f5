"""Erase a draft that was never deposited, its files included."""

from functools import partial
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.models import Application
from jumelage.programmes.applications.queries.locking import locked


def erase_draft(application: Application, *, reason: str, actor: Any = None) -> None:
    """Remove the draft and everything joined to it; `reason` is a code. What was once deposited stays.

    Raises Refused("application-state") or, when it was erased before, Refused("application-gone").
    """
    with transaction.atomic():
        draft = locked(application)
        list(draft.late_codes.select_for_update())  # Before the journal: a clerk may take one back.
        if draft.deposits.exists():
            raise Refused("application-state")
        for name in set(draft.attachments.values_list("file", flat=True)):
            transaction.on_commit(partial(default_storage.delete, name))
        write_line("applications.erase", draft, actor=actor, reason=reason)
        draft.delete()
