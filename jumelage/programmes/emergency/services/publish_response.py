"""Publish an answer to a crisis."""

from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.registers.services.check_texts import check_texts
from jumelage.programmes.emergency.choices import Outcome
from jumelage.programmes.emergency.models import Response
from jumelage.programmes.emergency.rules.aid import check_reason


def publish_response(response: Response, *, actor: Any = None) -> None:
    """Show `response` to visitors; a second time changes nothing. A text may be absent, not half
    translated.

    Raises Refused("texts-missing"), which names the fields, Refused("refusal-without-reason") or
    Refused("crisis-not-published").
    """
    more = {
        "asked_by": response.asked_by,
        "asked": response.asked,
        "value_basis": response.value_basis,
        "with_whom": response.with_whom,
        "principles_note": response.principles_note,
        "reason": response.reason,
        "note": response.note,
    }
    written = {name: text for name, text in more.items() if text}
    check_texts({"title": response.title, **written})
    check_reason(refused=response.outcome == Outcome.REFUSED, has_reason=bool(response.reason))
    if not response.crisis.published:
        raise Refused("crisis-not-published", title=response.crisis.title)
    with transaction.atomic():
        locked = Response.objects.select_for_update().get(pk=response.pk)
        if locked.published:
            return
        response.published = True
        response.save(update_fields=["published"])
        write_line("emergency.publish-response", response, actor=actor, public=True)
