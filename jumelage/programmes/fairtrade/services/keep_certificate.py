"""Enter or change a supplier's certificate."""

from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.set_values import set_values
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.registers.queries.meeting import joined
from jumelage.foundation.uploads.services.keep_upload import keep_upload
from jumelage.programmes.fairtrade.models import Certificate
from jumelage.programmes.fairtrade.rules.validity import check_order

FILE_KINDS = ("application/pdf", "image/png", "image/jpeg", "image/webp")


def keep_certificate(
    number: int | None,
    values: dict[str, Any],
    *,
    actor: Any,
    content: bytes = b"",
    file_name: str = "",
    marks: str = "",
) -> Certificate:
    """The certificate of row `number` (None enters a new one) with `values` (fields of `Certificate`) and file.

    `content` is the file as it was sent; without it, the one that is kept stays. `marks`: what the form was opened
    with. Saving the same again changes nothing. Raises Refused("certificate-reversed"), Refused("certificate-known"),
    Refused("record-changed"), ValidationError, or what `keep_upload` refuses.
    """
    with transaction.atomic():
        record = Certificate.objects.select_for_update().get(pk=number) if number else Certificate()
        values = joined(record, values, marks=marks)
        check_order(valid_from=values["valid_from"], valid_until=values["valid_until"])
        _check_new(record, values)
        new = record._state.adding
        changed = set_values(record, values)
        if content:
            changed += set_values(record, _file(record, content, file_name))
        if changed:
            write_line(
                "fairtrade.keep-certificate",
                record,
                actor=actor,
                new=new,
                fields=sorted(set(changed)),
            )
    return record


def _check_new(record: Certificate, values: dict[str, Any]) -> None:
    """Refuse the same certificate twice, in words that name it."""
    key = {name: values[name] for name in ("mark", "number", "valid_from")}
    if Certificate.objects.filter(**key).exclude(pk=record.pk).exists():
        raise Refused("certificate-known", mark=str(values["mark"]), number=values["number"])


def _file(record: Certificate, content: bytes, name: str) -> dict[str, Any]:
    kept = keep_upload(
        content, folder="certificates", owner=str(record.pk), name=name, kinds=FILE_KINDS
    )
    return {"file": kept.file, "media_type": kept.media_type, "size_bytes": kept.size_bytes}
