"""From a record as written to what the rooms' services take: fields, linked records, rows.

Source: docs/data-files.md.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from jumelage.public.loading.rules.shape import Link, Once, Shape
from jumelage.public.loading.rules.shapes.evidence_shapes import Claimed
from jumelage.public.loading.rules.shapes.site_shapes import SiteFile

Find = Callable[[str, str], Any]


def values_of(record: Shape, find: Find) -> dict[str, Any]:
    """The fields of `record` but its claims; `find` gives a linked record by kind and slug."""
    return {
        name: _value(getattr(record, name), _link(record, name), find)
        for name in type(record).model_fields
        if name != "claims"
    }


def claims_of(record: Claimed, find: Find) -> list[dict[str, Any]]:
    """The claims of `record` as evidence's services take them."""
    return [values_of(claim, find) for claim in record.claims]


def rows_of(record: Shape) -> Iterator[tuple[str, Sequence[str], Claimed]]:
    """The rows of `record`: name of their list, the fields that tell them apart, the row."""
    for name, field in type(record).model_fields.items():
        once = next((mark for mark in field.metadata if isinstance(mark, Once)), None)
        for row in getattr(record, name) if once and name != "claims" else ():
            yield name, once.fields if once else (), row


def identity_of(record: SiteFile, find: Find) -> dict[str, Any]:
    """The fields of the site's identity."""
    city, contact, home = (
        values_of(part, find) for part in (record.city, record.contact, record.home)
    )
    return {
        "city_name": city.pop("name"),
        **city,
        **{f"contact_{name}": value for name, value in contact.items()},
        **{f"home_{name}": value for name, value in home.items()},
        "map_crop": record.map.crop if record.map else [],
    }


def page_of(record: Shape) -> dict[str, dict[str, Any]]:
    """The texts of a page by language; a block keeps the one key that it has."""
    texts: Mapping[str, Any] = record.model_dump(by_alias=True, exclude_none=True, exclude={"slug"})
    return dict(texts)


def same(one: Any, other: Any) -> bool:
    """Whether two values name the same thing; the punctuation of a number does not matter."""
    if isinstance(one, str) and isinstance(other, str):
        return [*filter(str.isalnum, one)] == [*filter(str.isalnum, other)]
    return bool(one == other)


def _link(record: Shape, name: str) -> str:
    field = type(record).model_fields[name]
    return next((mark.kind for mark in field.metadata if isinstance(mark, Link)), "")


def _value(value: Any, link: str, find: Find) -> Any:
    if isinstance(value, list):
        return [_value(item, link, find) for item in value]
    if isinstance(value, Shape):
        return values_of(value, find)
    return find(link, value) if link and value is not None else value
