"""PostgreSQL, where a row that an act holds may still be pointed at by the rows of others.

Links are checked at the commit, when an act already holds the head of the journal. With a plain FOR UPDATE, somebody
who deposits and a clerk who gives more time would wait for one another, and one of them would be thrown out.
"""

from typing import Any

from django.db.backends.postgresql import base, operations


class DatabaseOperations(operations.DatabaseOperations):
    """Locks of rows that are changed, never their keys; a row that is removed is locked whole by its removal."""

    def for_update_sql(self, *args: Any, **given: Any) -> str:
        """FOR NO KEY UPDATE, whatever else is asked."""
        return super().for_update_sql(*args, **{**given, "no_key": True})


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's own, but for its locks."""

    ops_class = DatabaseOperations
