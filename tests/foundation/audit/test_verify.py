"""The journal cannot be altered unseen."""

import threading
from collections.abc import Iterator
from importlib import import_module
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from jumelage.foundation.accounts.models import Role, User
from jumelage.foundation.audit.models import Entry, Head
from jumelage.foundation.audit.queries import (
    acts_of,
    history_of,
    publication_stamp,
    verification,
)
from jumelage.foundation.audit.services.keep_head import keep_head
from jumelage.foundation.audit.services.write_line import write_line

LINES = 6


@pytest.fixture
def head_file(settings: Settings, tmp_path: Path) -> Path:
    settings.AUDIT_HEAD_FILE = tmp_path / "audit.head"
    return settings.AUDIT_HEAD_FILE


@pytest.fixture
def role(db: None) -> Role:
    return Role.objects.create(code="clerk", name={"fr": "Commis"})


@pytest.fixture
def unguarded(db: None) -> Iterator[None]:
    """Whoever can write in the database can also remove its triggers."""
    with connection.cursor() as cursor:
        table = "" if connection.vendor == "sqlite" else " ON audit_entry"
        cursor.execute(f"DROP TRIGGER IF EXISTS audit_entry_update{table}")
        cursor.execute(f"DROP TRIGGER IF EXISTS audit_entry_delete{table}")
    return


@pytest.fixture
def journal(
    head_file: Path,
    role: Role,
    unguarded: None,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> Role:
    with django_capture_on_commit_callbacks(execute=True):
        for number in range(LINES):
            write_line("test.act", role, public=number == 3, step=number)
    return role


def sql(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def found() -> list[tuple[str, int]]:
    return [(finding.code, finding.number) for finding in verification()]


def test_whole_journal_is_counted(journal: Role) -> None:
    out = StringIO()
    call_command("audit_verify", stdout=out)
    assert f"{LINES} lignes" in out.getvalue()
    assert found() == []


def test_empty_journal_is_whole(head_file: Path, db: None) -> None:
    assert found() == []


@pytest.mark.parametrize(
    "change",
    ["reason = 'x'", "actor = '9'", "act = 'x'", "record = 'x'", "details = '{}'", "public = true",
     "at = '2020-01-01 00:00:00+00:00'"],
)  # fmt: skip
def test_changed_line_is_found(journal: Role, change: str) -> None:
    sql(f"UPDATE audit_entry SET {change} WHERE id = 2")
    assert found() == [("line-changed", 2)]


def test_removed_line_is_found(journal: Role) -> None:
    sql("DELETE FROM audit_entry WHERE id = 3")
    assert found() == [("line-missing", 3)]


def test_removed_first_line_is_found(journal: Role) -> None:
    sql("DELETE FROM audit_entry WHERE id = 1")
    assert found() == [("line-missing", 1)]


def test_removed_tail_is_found(journal: Role) -> None:
    sql("DELETE FROM audit_entry WHERE id > 4")
    assert found() == [("tail-missing", 5), ("rolled-back", 5)]


def test_database_put_back_in_time_is_found(journal: Role) -> None:
    digest = Entry.objects.get(pk=4).digest
    sql("DELETE FROM audit_entry WHERE id > 4")
    sql(f"UPDATE audit_head SET number = 4, digest = '{digest}'")
    assert found() == [("rolled-back", 5)]


def test_emptied_journal_is_found(journal: Role) -> None:
    sql("DELETE FROM audit_entry")
    sql("DELETE FROM audit_head")
    assert found() == [("rolled-back", 1)]


def test_forged_line_at_the_end_is_found(journal: Role) -> None:
    sql(
        "INSERT INTO audit_entry (id, at, actor, act, record, reason, details, public, digest)"
        " SELECT 7, at, actor, act, record, reason, details, public, digest"
        " FROM audit_entry WHERE id = 6"
    )
    assert found() == [("line-changed", 7), ("line-inserted", 7)]


def test_line_put_in_a_gap_is_found(journal: Role) -> None:
    sql("DELETE FROM audit_entry WHERE id = 5")
    sql(
        "INSERT INTO audit_entry (id, at, actor, act, record, reason, details, public, digest)"
        " SELECT 5, at, actor, act, record, reason, details, public, digest"
        " FROM audit_entry WHERE id = 4"
    )
    assert ("line-changed", 5) in found()


def test_changed_head_row_is_found(journal: Role) -> None:
    sql("UPDATE audit_head SET digest = 'x'")
    assert found() == [("head-changed", LINES)]


def test_journal_rewritten_with_another_key_is_found(
    journal: Role, settings: Settings, head_file: Path
) -> None:
    settings.AUDIT_KEY = "another"
    assert [code for code, _ in found()] == ["line-changed"] * LINES


def test_rewriting_after_a_cut_is_found(journal: Role) -> None:
    digest = Entry.objects.get(pk=4).digest
    sql("DELETE FROM audit_entry WHERE id > 4")
    sql(f"UPDATE audit_head SET number = 4, digest = '{digest}'")
    for _ in range(3):
        write_line("test.other", journal)
    assert found() == [("outside-differs", LINES)]


@pytest.mark.parametrize("content", [None, "", "six abc", "6 abc", "-1 " + "0" * 64])
def test_lost_head_file_is_found(journal: Role, head_file: Path, content: str | None) -> None:
    head_file.unlink() if content is None else head_file.write_text(content)
    assert found() == [("outside-lost", LINES)]


def test_lines_beyond_the_head_file_are_accepted_when_right(journal: Role, head_file: Path) -> None:
    # A crash between the commit and the head file: the callback is not run here.
    write_line("test.act", journal)
    assert head_file.read_text().startswith(f"{LINES} ")
    assert found() == []


def test_head_file_never_goes_back(head_file: Path) -> None:
    keep_head(number=5, digest="e" * 64)
    keep_head(number=4, digest="d" * 64)
    assert head_file.read_text() == f"5 {'e' * 64}\n"


def test_unreadable_head_file_does_not_stop_the_act(head_file: Path) -> None:
    head_file.write_text("six é")
    keep_head(number=5, digest="e" * 64)
    assert head_file.read_text() == f"5 {'e' * 64}\n"


def test_command_fails_with_a_sentence_per_finding(journal: Role) -> None:
    sql("DELETE FROM audit_entry WHERE id = 3")
    sql("UPDATE audit_entry SET reason = 'x' WHERE id = 5")
    errors = StringIO()
    with pytest.raises(CommandError, match="intact") as failure:
        call_command("audit_verify", stderr=errors)
    assert failure.value.returncode == 1
    lines = errors.getvalue().splitlines()
    assert len(lines) == 2
    assert "3" in lines[0]
    assert "5" in lines[1]


def test_line_is_added_only(journal: Role) -> None:
    entry = Entry.objects.first()
    assert entry
    for attempt in (
        entry.save,
        entry.delete,
        Entry().save,
        Entry.objects.all().delete,
        lambda: Entry.objects.update(act="x"),
        lambda: Entry.objects.filter(pk=1).delete(),
        lambda: Entry.objects.bulk_create([Entry()]),
        lambda: Entry.objects.bulk_update([entry], ["act"]),
    ):
        with pytest.raises(TypeError):
            attempt()
    assert found() == []


@pytest.mark.parametrize(
    "statement", ["UPDATE audit_entry SET act = 'x'", "DELETE FROM audit_entry"]
)
def test_database_refuses_too(role: Role, statement: str) -> None:
    migration = import_module("jumelage.foundation.audit.migrations.0002_append_only")
    editor = SimpleNamespace(connection=connection, execute=sql)
    migration.unguard(None, editor)
    migration.guard(None, editor)
    write_line("test.act", role)
    with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic():
        sql(statement)


def test_stamp_is_the_last_public_line(journal: Role) -> None:
    assert publication_stamp() == 4
    write_line("test.act", journal, public=True)
    assert publication_stamp() == LINES + 1


def test_stamp_before_the_first_public_line(db: None) -> None:
    assert publication_stamp() == 0


def test_history_is_of_one_record(journal: Role) -> None:
    other = Role.objects.create(code="other", name={"fr": "Autre"})
    write_line("test.other", other)
    assert [entry.act for entry in history_of(other)] == ["test.other"]
    assert history_of(journal).count() == LINES


def test_acts_are_those_of_one_person(role: Role) -> None:
    user = User.objects.create_user("clerk@example.org")
    write_line("test.hers", role, actor=user)
    write_line("test.other", role)
    assert [entry.act for entry in acts_of(user)] == ["test.hers"]


def test_lines_are_shown_in_short(journal: Role) -> None:
    assert str(Entry.objects.get(pk=1)).endswith(f"test.act accounts.role:{journal.pk}")
    assert str(Head.objects.get()).startswith(f"{LINES} ")


@pytest.mark.django_db(transaction=True)
def test_two_writers_queue(head_file: Path) -> None:
    role = Role.objects.create(code="clerk", name={"fr": "Commis"})
    failures: list[BaseException] = []
    gate = threading.Barrier(2)

    def write() -> None:
        try:
            gate.wait()
            for _ in range(10):
                write_line("test.act", role)
        except BaseException as error:  # noqa: BLE001 - reported by the test's own thread
            failures.append(error)
        finally:
            connection.close()

    writers = [threading.Thread(target=write) for _ in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert failures == []
    assert list(Entry.objects.values_list("pk", flat=True)) == list(range(1, 21))
    assert found() == []
    assert head_file.read_text().startswith("20 ")
