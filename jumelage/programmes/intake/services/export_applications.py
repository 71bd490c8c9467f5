"""Take the list of applications along as a file."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.registers.queries.sheets import MEDIA_TYPES, file_of
from jumelage.programmes.applications.models import Application
from jumelage.programmes.calls.models import Call
from jumelage.programmes.intake.permissions import may_export
from jumelage.programmes.intake.queries.export import sheet_rows


def export_applications(
    call: Call, applications: QuerySet[Application], kind: str, *, user: Any
) -> bytes:
    """The file ("csv", "ods" or "xlsx") of `applications`, with only what `user` sees; the journal says who took it.

    Raises Refused("export-not-allowed") or Refused("export-kind").
    """
    if not may_export(user):
        raise Refused("export-not-allowed")
    if kind not in MEDIA_TYPES:
        raise Refused("export-kind")
    rows = list(sheet_rows(user, applications))
    with transaction.atomic():
        write_line("intake.export", call, actor=user, kind=kind, rows=len(rows) - 1)
    return file_of(kind, rows, title=call.slug)
