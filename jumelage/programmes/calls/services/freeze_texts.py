"""Freeze the texts of a call as its next version."""

import json
from datetime import datetime
from typing import Any

from jumelage.foundation.questionnaires.queries.forms import current_version
from jumelage.programmes.calls.models import Call, Publication
from jumelage.programmes.calls.queries import content_of, working
from jumelage.programmes.calls.rules.changes import Change, changes


def waiting_changes(call: Call) -> tuple[dict[str, Any], list[Change]]:
    """The texts as they are written now, and what differs from the version that visitors read."""
    content = _plain_json(content_of(working(call)))
    if call.current is None:
        return content, []
    found = changes(call.current.content, content)
    form = current_version(call.form) if call.form else None
    if (form.pk if form else None) != call.current.form_version_id:
        number = form.number if form else None
        was = call.current.form_version.number if call.current.form_version else None
        fields = [{"name": "form", "before": was, "after": number}]
        found.append(
            {"list": "form", "kind": "changed", "number": "", "title": {}, "fields": fields}
        )
    return content, found


def freeze_texts(call: Call, *, now: datetime) -> Publication:
    """The next version of `call`, which visitors read from now on. To be called inside an act."""
    content, changed = waiting_changes(call)
    number = call.current.number + 1 if call.current else 1
    made = Publication.objects.create(
        call=call,
        number=number,
        at=now,
        content=content,
        changed=changed,
        form_version=current_version(call.form) if call.form else None,
    )
    call.current = made
    call.save(update_fields=["current"])
    return made


def _plain_json(content: dict[str, Any]) -> dict[str, Any]:
    """As the database will give it back, so that comparing is fair."""
    plain: dict[str, Any] = json.loads(json.dumps(content))
    return plain
