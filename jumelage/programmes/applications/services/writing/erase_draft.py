"""Erase a draft that was never deposited, its files included."""

from functools import partial
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.models import Application


def erase_draft(application: Application, *, reason: str, actor: Any = None) -> None:
    """Remove the draft and everything joined to it; `reason` is a code. What was once deposited stays.

    Raises Refused("application-state").
    """
    with transaction.atomic():
        if application.deposits.exists():
            raise Refused("application-state")
        for name in set(application.attachments.values_list("file", flat=True)):
            transaction.on_commit(partial(default_storage.delete, name))
        write_line("applications.erase", application, actor=actor, reason=reason)
        application.delete()
