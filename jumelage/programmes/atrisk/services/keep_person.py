"""Keep a person as a data file tells of them."""

from collections.abc import Sequence
from typing import Any

from django.db import models, transaction

from jumelage.foundation.audit.services.set_values import set_values
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.programmes.atrisk.models import AdoptedPerson
from jumelage.programmes.atrisk.services.import_publication import import_publication
from jumelage.programmes.atrisk.services.timeline.settle_status import settle_status

_ROWS = {
    "events": ("slug",),
    "checks": ("checked_on",),
    "restrictions": ("kind",),
    "letters": ("status", "kind"),
}
# What the staff enter is never lost to a file that does not know it.
_GROWING = ("events", "checks", "restrictions")


def keep_person(slug: str, values: dict[str, Any], *, actor: Any = None) -> AdoptedPerson:
    """The person `slug` with `values`: fields of `AdoptedPerson`, lists of rows, and `publication`, which imports.

    A file adds to events, checks and restrictions, and never takes away what the staff entered. Raises
    Refused("period-reversed"), Refused("atrisk-import-not-city"), Refused("atrisk-import-unpinned") or ValidationError.
    """
    values = dict(values)
    imported = values.pop("publication", None)
    with transaction.atomic():
        found = AdoptedPerson.every.select_for_update().filter(slug=slug).first()
        person = found or AdoptedPerson(slug=slug)
        for name in _GROWING:
            if found and name in values:
                values[name] = [*values[name], *_entered(found, name, values[name])]
        changed = set_values(person, values, _ROWS)
        changed += settle_status(person)
        if changed or not found:
            write_line(
                "atrisk.keep-person",
                person,
                actor=actor,
                public=person.published,
                new=not found,
                fields=sorted(changed),
            )
        if imported:
            import_publication(person, **imported, actor=actor)
    return person


def _entered(
    person: AdoptedPerson, name: str, rows: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    """The rows that stand already and that the file does not name, as they are."""
    keys = _ROWS[name]
    told = {tuple(str(row[key]) for key in keys) for row in rows}
    return [
        _values(row)
        for row in getattr(person, name).all()
        if tuple(str(getattr(row, key)) for key in keys) not in told
    ]


def _values(row: models.Model) -> dict[str, Any]:
    fields = (field for field in row._meta.concrete_fields if field.name not in {"id", "person"})
    return {field.name: getattr(row, field.name) for field in fields}
