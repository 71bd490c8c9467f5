"""Freeze the texts of a call as its next version."""

from datetime import datetime

from jumelage.foundation.questionnaires.queries.forms import current_version
from jumelage.programmes.calls.models import Call, Publication
from jumelage.programmes.calls.queries.desk import changes_in, content_now


def freeze_texts(call: Call, *, now: datetime) -> Publication:
    """The next version of `call`, which visitors read from now on. To be called inside an act."""
    content = content_now(call)
    number = call.current.number + 1 if call.current else 1
    made = Publication.objects.create(
        call=call,
        number=number,
        at=now,
        content=content,
        changed=changes_in(call, content),
        form_version=current_version(call.form) if call.form else None,
    )
    call.current = made
    call.save(update_fields=["current"])
    return made
