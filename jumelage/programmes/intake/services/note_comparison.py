"""Write down what a clerk says of two applications that are alike."""

from datetime import datetime
from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.choices import Verdict
from jumelage.programmes.applications.models import Application, Comparison
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.intake.permissions import may_compare_for


def note_comparison(
    access: Access, other: Application, *, verdict: str, note: str, user: Any, now: datetime
) -> Comparison:
    """Keep the `verdict` (a `Verdict`) and its reason `note`; said again, it replaces what was said.

    Neither application is touched. Raises Refused("compare-not-allowed"), Refused("compare-itself"),
    Refused("verdict-unknown") or Refused("compare-because").
    """
    first, second = sorted((access.application.pk, other.pk))
    if not may_compare_for(user):
        raise Refused("compare-not-allowed")
    if first == second:
        raise Refused("compare-itself")
    if verdict not in Verdict.values:
        raise Refused("verdict-unknown")
    if not note.strip():
        raise Refused("compare-because")
    with transaction.atomic():
        found, _new = Comparison.objects.update_or_create(
            first_id=first,
            second_id=second,
            defaults={"verdict": verdict, "note": note.strip(), "by": user, "at": now},
        )
        write_line(
            "intake.compare", access.application, actor=user, other=other.pk, verdict=verdict
        )
    return found
