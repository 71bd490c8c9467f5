"""Write the records of a register into a spreadsheet, some at a time."""

import json
from dataclasses import replace
from secrets import token_hex
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import override

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.field_names import field_name
from jumelage.foundation.kernel.register import Register
from jumelage.foundation.registers.models import Work
from jumelage.foundation.registers.queries.records import listed, parts_of, texts_of
from jumelage.foundation.registers.queries.registry import register_of
from jumelage.foundation.registers.rules.spreadsheets import file_of

STEP_ROWS = 500


def rows_of(register: Register, records: Any) -> list[list[str]]:
    """The records as rows of texts: the key, then what the form shows."""
    return [
        [str(getattr(record, register.key)), *texts_of(parts_of(register, record)).values()]
        for record in records
    ]


def heads_of(register: Register) -> list[str]:
    """The first row: names of the parts, a text's with its language."""
    parts = parts_of(register, register.model(pk=0))
    names = [name.partition("__") for name in parts]
    shown = [
        f"{field_name(name)} ({code})" if code else field_name(name) for name, _, code in names
    ]
    return [field_name(register.key), *shown]


def found_by(register: Register, given: dict[str, Any]) -> Any:
    """The records asked for, whole and with what their rows need."""
    found = listed(register, text=given["text"], chosen=given["chosen"])
    linked = [field.name for field in register.model._meta.fields if field.many_to_one]
    many = [
        field.name for field in register.model._meta.many_to_many if field.name in register.fields
    ]
    whole = register.model._default_manager.select_related(*linked).prefetch_related(
        *many, *register.rows
    )
    return whole.filter(pk__in=found.values("pk")).order_by("pk")


def export_step(work: Work) -> bool:
    """Read the next rows of the register named in the work; the last step writes the file: whether it was the last.

    Raises Refused("export-empty").
    """
    register = register_of(work.given["register"])
    if register is None:
        raise Refused("export-empty")
    records = found_by(replace(register, viewer=work.owner), work.given)
    with override(work.given["language"]):
        if not work.memory:
            work.total = records.count()
            work.memory = {"spool": f"work/{token_hex(16)}", "last": 0, "pieces": 0}
        rows = list(records.filter(pk__gt=work.memory["last"])[:STEP_ROWS])
        if rows:
            _spool(work, register, rows)
            return False
        return _write(work, register)


def _spool(work: Work, register: Register, records: list[Any]) -> None:
    """Keep these rows aside. A step that is made again writes a piece of another name, and only its own counts."""
    text = json.dumps(rows_of(register, records))
    piece = default_storage.save(
        f"{work.memory['spool']}-{work.memory['pieces']}.json", ContentFile(text.encode())
    )
    pieces = [*work.memory.get("files", []), piece]
    number = work.memory["pieces"] + 1
    work.memory = {**work.memory, "last": records[-1].pk, "pieces": number, "files": pieces}
    work.done += len(records)


def _write(work: Work, register: Register) -> bool:
    if not work.done:
        raise Refused("export-empty")
    rows = [heads_of(register)]
    for piece in work.memory["files"]:
        with default_storage.open(piece) as file:
            rows += json.loads(file.read())
    kind = work.given["format"]
    content = file_of(kind, rows, title=str(register.many))
    work.file = default_storage.save(f"{work.memory['spool']}.{kind}", ContentFile(content))
    for piece in work.memory["files"]:
        default_storage.delete(piece)
    return True
