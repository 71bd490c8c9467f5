"""Whether the site can serve."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Max

from jumelage.foundation.audit.models import Entry, Head


def health() -> dict[str, bool]:
    """By part (database, migrations, journal), whether it is well; nothing that a stranger may not know.

    The journal is well when its last line is the one that its head names; `audit_verify` looks at every line.
    """
    try:
        executor = MigrationExecutor(connection)
        migrated = not executor.migration_plan(executor.loader.graph.leaf_nodes())
        return {"database": True, "migrations": migrated, "journal": migrated and _head_is_last()}
    except DatabaseError:
        return {"database": False, "migrations": False, "journal": False}


def _head_is_last() -> bool:
    head = Head.objects.values_list("number", flat=True).first() or 0
    return head == (Entry.objects.aggregate(last=Max("id"))["last"] or 0)
