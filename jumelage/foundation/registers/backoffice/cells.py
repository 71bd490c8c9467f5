"""What a list shows of a record."""

from typing import Any

from django.utils.translation import get_language, gettext

from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.foundation.kernel.register import Register
from jumelage.foundation.kernel.translated import Translated
from jumelage.foundation.reference.queries import country_name


def cells_of(register: Register, record: Any) -> tuple[Any, list[Any]]:
    """The title of the row, and its other cells in the order of the columns."""
    first, *others = [cell_of(record, name) for name in register.columns]
    return first or getattr(record, register.key), others


def cell_of(record: Any, name: str) -> Any:
    """One value as staff read it."""
    value = getattr(record, name)
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    if isinstance(value, Translated):
        return value.marked
    if isinstance(value, PartialDate):
        return value.in_words(get_language() or "")
    if name == "country":
        return country_name(value) if value else ""
    display = getattr(record, f"get_{name}_display", None)
    return display() if display else "" if value is None else value
