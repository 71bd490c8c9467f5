"""Write one row of a call: an article, a track, an envelope, a date, a question and its answer."""

from typing import Any

from django.conf import settings
from django.db import models, transaction

from jumelage.foundation.audit.services.set_values import set_values
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.registers.queries.meeting import joined
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.phrases import MissingTexts
from jumelage.programmes.calls.queries.rows import PRACTICAL, ROWS, texts_of


def keep_row(
    call: Call,
    kind: str,
    number: int | None,
    values: dict[str, Any],
    *,
    marks: str = "",
    actor: Any = None,
) -> models.Model:
    """The row `number` of `call` (None adds one) of a `kind` of `queries.rows.ROWS`, with `values`.

    Articles and what goes with them reach visitors with the next version; practical information at
    once, so that a published call needs its texts in every required language. Raises
    Refused("row-gone"), Refused("row-known"), Refused("record-changed"), Refused("row-texts-missing")
    or ValidationError.
    """
    model, key = ROWS[kind]
    at_once = kind in PRACTICAL and call.published
    with transaction.atomic():
        row = _row(call, model, number, {key: values[key]})
        new = row._state.adding
        kept = values if new else joined(row, values, marks=marks)
        changed = set_values(row, kept)
        if at_once:
            _check_texts(row)
        if changed:
            write_line(
                f"calls.keep-{kind}",
                call,
                actor=actor,
                public=at_once,
                row=row.pk,
                new=new,
                fields=changed,
            )
    return row


def _check_texts(row: models.Model) -> None:
    missing = [
        (name, language)
        for name, text in texts_of(row).items()
        for language in settings.REQUIRED_LANGUAGES
        if not text.get(language, "").strip()
    ]
    if missing:
        raise Refused("row-texts-missing", fields=MissingTexts(missing))


def _row(
    call: Call, model: type[models.Model], number: int | None, known: dict[str, Any]
) -> models.Model:
    """The row `number`, or a new one; no other row of the call may be `known` by the same name."""
    row = model._default_manager.select_for_update().filter(call=call, pk=number).first()
    if row is None and number:
        raise Refused("row-gone")
    row = row or model(call=call)
    if model._default_manager.filter(call=call, **known).exclude(pk=row.pk).exists():
        raise Refused("row-known", key=str(*known.values()))
    return row
