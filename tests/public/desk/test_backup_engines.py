"""What a backup asks of PostgreSQL, in its own words: the whole is tried there by the same suite."""

from typing import Any

import pytest
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Model

from jumelage.public.desk.queries import backup_tables
from jumelage.public.desk.queries.backup_tables import all_tables, one_moment, tables
from jumelage.public.desk.services import replace_rows


class Postgresql:
    """A connection that only remembers what it was asked, and its own cursor."""

    vendor, transaction_mode = "postgresql", "IMMEDIATE"

    def __init__(self) -> None:
        self.ops, self.asked = connection.ops, list[str]()

    def ensure_connection(self) -> None: ...

    def cursor(self) -> "Postgresql":
        return self

    __enter__ = cursor

    def __exit__(self, *_: object) -> None: ...

    def execute(self, statement: str, *_: Any) -> None:
        self.asked.append(statement)


@pytest.mark.django_db(transaction=True)
def test_postgresql_stands_still_before_anything_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    here = Postgresql()
    monkeypatch.setattr(backup_tables, "connections", {DEFAULT_DB_ALIAS: here})
    with one_moment():
        assert here.asked == ["SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"]
        assert here.transaction_mode == "DEFERRED"
    assert here.transaction_mode == "IMMEDIATE"


def test_postgresql_empties_all_tables_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    here = Postgresql()
    monkeypatch.setattr(replace_rows, "connection", here)
    replace_rows._empty(here)
    (asked,) = here.asked
    verb, _, names = asked.partition(" ")
    assert verb == "TRUNCATE"
    assert sorted(names.split(", ")) == sorted(f'"{one._meta.db_table}"' for one in all_tables())


def test_backup_holds_no_table_that_each_engine_shapes_its_own_way() -> None:
    def of_the_framework_s_search(found: list[type[Model]]) -> list[type[Model]]:
        return [table for table in found if table._meta.app_label == "modelsearch"]

    assert of_the_framework_s_search(all_tables())
    assert of_the_framework_s_search(tables()) == []
