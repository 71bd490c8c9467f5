"""The database itself refuses to change or remove a line of the journal.

A later migration that makes SQLite rebuild the table must call `guard` again: triggers go with the old table.
"""

from typing import Any

from django.db import migrations

_SQLITE = """
CREATE TRIGGER audit_entry_{act} BEFORE {act} ON audit_entry
BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END
"""
_POSTGRESQL = """
CREATE OR REPLACE FUNCTION audit_entry_kept() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION 'the journal is only ever added to'; END $$;
CREATE TRIGGER audit_entry_{act} BEFORE {act} ON audit_entry
FOR EACH ROW EXECUTE FUNCTION audit_entry_kept()
"""


def guard(apps: Any, schema_editor: Any) -> None:
    """Refuse UPDATE and DELETE."""
    trigger = _SQLITE if schema_editor.connection.vendor == "sqlite" else _POSTGRESQL
    for act in ("update", "delete"):
        schema_editor.execute(trigger.format(act=act))


def unguard(apps: Any, schema_editor: Any) -> None:
    """Allow them again."""
    table = "" if schema_editor.connection.vendor == "sqlite" else " ON audit_entry"
    for act in ("update", "delete"):
        schema_editor.execute(f"DROP TRIGGER IF EXISTS audit_entry_{act}{table}")


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
