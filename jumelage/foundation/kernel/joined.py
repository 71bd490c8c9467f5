"""Texts of a group of rows in one."""

from typing import Any

from django.db.models import Aggregate, TextField


class Joined(Aggregate):
    """The values of a field, commas between, in no order; null for no row. No value may have a comma in it.

    A fifth of the price of as many rows.
    """

    function = "GROUP_CONCAT"
    template = "%(function)s(CAST(%(expressions)s AS text), ',')"
    output_field = TextField()

    def as_postgresql(self, *given: Any, **extra: Any) -> Any:
        """By its name there."""
        return self.as_sql(*given, function="STRING_AGG", **extra)
