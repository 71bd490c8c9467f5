"""The search tables that only one kind of database has."""

from typing import Any

from django.db import migrations

SQLITE = [
    # The words come folded by our own rule, so the tokenizer must not fold once more.
    """CREATE VIRTUAL TABLE site_search USING fts5(
        title, summary, body, scope, tokenize = "unicode61 remove_diacritics 0"
    )""",
    # An entry that leaves by any road takes its words along.
    """CREATE TRIGGER site_search_gone AFTER DELETE ON site_searchentry BEGIN
        DELETE FROM site_search WHERE rowid = old.id;
    END""",
]
POSTGRESQL = ["CREATE INDEX site_search_words ON site_searchentry USING gin (vector)"]


def make(_: Any, editor: Any) -> None:
    for statement in SQLITE if editor.connection.vendor == "sqlite" else POSTGRESQL:
        editor.execute(statement)


def unmake(_: Any, editor: Any) -> None:
    if editor.connection.vendor == "sqlite":
        editor.execute("DROP TRIGGER site_search_gone")
        editor.execute("DROP TABLE site_search")
    else:
        editor.execute("DROP INDEX site_search_words")


class Migration(migrations.Migration):
    dependencies = [("site", "0003_search")]
    operations = [migrations.RunPython(make, unmake)]
