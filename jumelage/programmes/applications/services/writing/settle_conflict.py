"""Say which of two texts of one field stands."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.questionnaires.queries.forms import definition_of
from jumelage.programmes.applications.models import Conflict
from jumelage.programmes.applications.queries.answers import BETWEEN
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applications.queries.writing import check_writable, locked_for
from jumelage.programmes.applications.services.writing.save_section import save_section


def settle_conflict(
    access: Access, number: int, choice: str, *, user: Any, now: datetime
) -> Conflict:
    """Settle the conflict `number` with the standing answer, the other one, or (texts) both, one after the other.

    Both stay in the conflict's row. Raises Refused("conflict-unknown"), Refused("conflict-choice") or what
    `check_writable` refuses.
    """
    with transaction.atomic():
        application = locked_for(access)
        check_writable(application, access, now=now)
        conflict = application.conflicts.filter(pk=number, settled_at=None).first()
        if conflict is None:
            raise Refused("conflict-unknown")
        kept = application.sections.filter(code=conflict.section)
        answers = kept.values_list("answers", flat=True).first() or {}
        value = _chosen(conflict, answers, choice)
        sent = {conflict.field: value}
        save_section(access, conflict.section, sent, user=user, seen=None, now=now)
        conflict.chosen, conflict.settled_by, conflict.settled_at = value, user, now
        conflict.save(update_fields=["chosen", "settled_by", "settled_at"])
    return conflict


def _chosen(conflict: Conflict, answers: Mapping[str, Any], choice: str) -> Any:
    # What stands may have gone on since: the last of it counts.
    standing = answers.get(conflict.field)
    single = {"standing": standing, "other": conflict.other}
    if choice in single:
        return single[choice]
    field = definition_of(conflict.application.form_version).by_code.get(conflict.field)
    if choice == "both" and field and field.kind in BETWEEN and standing and conflict.other:
        return f"{standing}{BETWEEN[field.kind]}{conflict.other}"
    raise Refused("conflict-choice")
