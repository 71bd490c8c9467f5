"""Backup of a running site, and restore."""

import io
import json
import threading
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import connection, connections
from django.utils import translation
from pytest_django import Settings

from jumelage.city.evidence.models import Document
from jumelage.city.evidence.services.keep_document import keep_document
from jumelage.city.organisations.models import Organisation
from jumelage.foundation.audit.models import Entry
from jumelage.foundation.audit.queries import verification
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.public.desk.queries import backup_archive, backup_tables
from jumelage.public.desk.queries.backup_archive import Manifest, opened
from jumelage.public.desk.queries.backup_seal import Sealing, check_seal, comment
from jumelage.public.desk.queries.backup_tables import line, row_blocks, tables
from jumelage.public.desk.services import restore_backup as restoring
from jumelage.public.desk.services import write_backup as writing
from jumelage.public.desk.services.restore_backup import restore_backup
from jumelage.public.desk.services.write_backup import write_backup
from jumelage.public.site.models import SearchEntry
from tests.factories.files import pdf
from tests.factories.organisations import OrganisationFactory
from tests.factories.texts import text

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def site(settings: Settings, tmp_path: Path) -> Path:
    """A data folder of its own."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.AUDIT_HEAD_FILE = tmp_path / "audit.head"
    return tmp_path


@pytest.fixture
def content(site: Path) -> Document:
    """A site with an account, an organisation, a document with its file, and a journal."""
    get_user_model().objects.create_user(email="clerk@city.example", password="long enough for us")
    organisation = OrganisationFactory()
    write_line("organisations.keep", organisation, public=True)
    return keep_document("plan", {"title": text("Plan"), "date": "2015"}, file=pdf("Registry plan"))


@pytest.fixture
def backup(site: Path, content: Document) -> Path:
    write_backup(site / "site.backup")
    return site / "site.backup"


def rows() -> dict[str, list[Any]]:
    return {
        table._meta.label: [json.loads(line(row)) for block in row_blocks(table) for row in block]
        for table in tables()
    }


def files(site: Path) -> dict[str, bytes]:
    media = site / "media"
    return {str(p.relative_to(media)): p.read_bytes() for p in media.rglob("*") if p.is_file()}


def refused(path: Path, **options: bool) -> str:
    """The code of the refusal, once it was seen that nothing changed."""
    before = rows(), files(path.parent)
    with pytest.raises(Refused) as refusal:
        restore_backup(path, **options)
    assert (rows(), files(path.parent)) == before
    return refusal.value.code


def test_same_rows_files_and_journal_afterwards(site: Path, content: Document) -> None:
    before = rows(), files(site), (site / "audit.head").read_text()
    assert before[1]
    manifest = write_backup(site / "site.backup")
    assert (site / "site.backup").stat().st_mode & 0o777 == 0o600
    assert (len(manifest.files), manifest.missing) == (1, [])
    Organisation.objects.update(town={"fr": "Ailleurs"})
    keep_document("other", {"title": text("Other")}, file=b"other")
    (site / "media" / content.file.name).write_bytes(b"changed")
    restore_backup(site / "site.backup", replace=True)
    assert (rows(), files(site), (site / "audit.head").read_text()) == before
    assert verification() == []
    assert sorted(p.name for p in site.iterdir()) == ["audit.head", "media", "site.backup"]


def test_search_index_is_made_again(backup: Path) -> None:
    found = SearchEntry.objects.count()
    restore_backup(backup, replace=True)
    assert SearchEntry.objects.count() == found > 0


def test_journal_is_still_guarded(backup: Path) -> None:
    def guards() -> set[str]:
        asked = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "postgresql":
            asked = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        with connection.cursor() as cursor:
            cursor.execute(asked)
            return {name for (name,) in cursor.fetchall()}

    before = guards()
    assert "audit_entry_update" in before
    restore_backup(backup, replace=True)
    assert guards() == before


def test_numbers_go_on_after_the_highest_ever_given(site: Path) -> None:
    gone = OrganisationFactory()
    number = gone.pk
    gone.delete()
    write_backup(site / "site.backup")
    OrganisationFactory.create_batch(3)
    restore_backup(site / "site.backup", replace=True)
    assert OrganisationFactory().pk > number
    assert get_user_model().objects.create_user(email="a@city.example").pk


def test_site_that_holds_something_is_not_replaced_unasked(backup: Path, site: Path) -> None:
    assert refused(backup) == "site-not-empty"


@pytest.mark.parametrize("kept", ["account", "file"])
def test_an_account_or_a_file_is_something(backup: Path, site: Path, kept: str) -> None:
    call_command("flush", interactive=False, verbosity=0)
    (site / "media").rename(site / "gone")
    if kept == "account":
        get_user_model().objects.create_user(email="new@city.example")
    else:
        (site / "media").mkdir()
        (site / "media" / "file").touch()
    assert refused(backup) == "site-not-empty"


def test_empty_site_takes_a_backup(backup: Path, site: Path) -> None:
    before = rows(), files(site)
    call_command("flush", interactive=False, verbosity=0)
    (site / "media").rename(site / "gone")
    restore_backup(backup)
    assert (rows(), files(site)) == before


def test_backup_cut_anywhere_is_refused(backup: Path, site: Path) -> None:
    whole = backup.read_bytes()
    cut = site / "cut.backup"
    before = rows()
    for part in range(20):
        cut.write_bytes(whole[: len(whole) * part // 20])
        with pytest.raises(Refused, match="backup-cut"):
            restore_backup(cut, replace=True)
    cut.write_bytes(whole[:-1])
    with pytest.raises(Refused, match="backup-cut"):
        restore_backup(cut, replace=True)
    assert rows() == before


def test_one_flipped_bit_anywhere_is_refused(backup: Path, site: Path) -> None:
    whole = backup.read_bytes()
    before = rows()
    places = [*range(0, len(whole), len(whole) // 60), *range(len(whole) - 110, len(whole))]
    codes = set()
    for place in places:
        changed = bytearray(whole)
        changed[place] ^= 1
        with pytest.raises(Refused) as refusal:
            check_seal(io.BytesIO(changed), "tests-only-audit-key")
        codes.add(refusal.value.code)
    assert codes == {"backup-altered", "backup-cut", "backup-other-key"}
    (site / "altered.backup").write_bytes(bytes([whole[0] ^ 1]) + whole[1:])
    assert refused(site / "altered.backup", replace=True) == "backup-altered"
    assert rows() == before


def test_backup_of_another_key_is_refused(backup: Path, settings: Settings) -> None:
    settings.AUDIT_KEY = "another"
    assert refused(backup, replace=True) == "backup-other-key"


def test_absent_backup_is_refused(site: Path) -> None:
    assert refused(site / "absent") == "backup-absent"


def sealed(path: Path, parts: dict[str, bytes]) -> Path:
    """An archive of anything, sealed with the right key."""
    with path.open("wb") as file:
        sealing = Sealing(file, "tests-only-audit-key")
        with zipfile.ZipFile(sealing, "w") as package:  # type: ignore[call-overload]
            package.comment = comment("tests-only-audit-key")
            for name, data in parts.items():
                package.writestr(name, data)
        sealing.seal()
    return path


def parts_of(backup: Path) -> tuple[dict[str, bytes], dict[str, Any]]:
    with zipfile.ZipFile(backup) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return parts, json.loads(parts["manifest.json"])


def test_sealed_file_that_is_no_archive_is_refused(site: Path) -> None:
    with (site / "odd").open("wb") as file:
        sealing = Sealing(file, "tests-only-audit-key")
        sealing.write(b"anything" * 20 + comment("tests-only-audit-key"))
        sealing.seal()
    assert refused(site / "odd") == "backup-altered"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"format": 2}, "backup-other-version"),
        ({"migrations": ["site.0001_initial"]}, "backup-other-version"),
        ({"files": []}, "backup-altered"),
    ],
)
def test_backup_that_does_not_fit_is_refused(
    backup: Path, site: Path, change: dict[str, Any], code: str
) -> None:
    parts, manifest = parts_of(backup)
    parts["manifest.json"] = json.dumps({**manifest, **change}).encode()
    assert refused(sealed(site / "odd", parts), replace=True) == code


def test_backup_of_other_columns_is_refused(backup: Path, site: Path) -> None:
    parts, manifest = parts_of(backup)
    manifest["tables"][0]["columns"].append("more")
    parts["manifest.json"] = json.dumps(manifest).encode()
    assert refused(sealed(site / "odd", parts), replace=True) == "backup-other-version"


@pytest.mark.parametrize("what", ["rows", "sha256"])
def test_failure_half_way_leaves_everything_as_it_was(backup: Path, site: Path, what: str) -> None:
    parts, manifest = parts_of(backup)
    told = next(t for t in manifest["tables"] if t["name"] == "organisations.organisation")
    told[what] = 99 if what == "rows" else "0" * 64
    parts["manifest.json"] = json.dumps(manifest).encode()
    assert refused(sealed(site / "odd", parts), replace=True) == "backup-altered"
    assert not (site / "media.before").exists()


def test_write_meanwhile_is_wholly_out_and_does_not_wait(
    site: Path, content: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows(), files(site)
    seen: list[str] = []

    def write() -> None:
        keep_document("meanwhile", {"title": text("Meanwhile")}, file=b"meanwhile")
        connections.close_all()

    def blocks(table: Any) -> Iterator[list[list[Any]]]:
        if table is not tables()[0] and not seen:
            seen.append("written")
            writer = threading.Thread(target=write)
            writer.start()
            writer.join(15)
            assert not writer.is_alive()
        yield from row_blocks(table)

    monkeypatch.setattr(writing, "row_blocks", blocks)
    manifest = write_backup(site / "site.backup")
    assert Document.objects.filter(slug="meanwhile").exists()
    assert len(manifest.files) == 1
    restore_backup(site / "site.backup", replace=True)
    assert (rows(), files(site)) == before
    assert verification() == []


def test_missing_file_is_told(site: Path, content: Document) -> None:
    (site / "media" / content.file.name).unlink()
    manifest = write_backup(site / "site.backup")
    assert (manifest.files, manifest.missing) == ([], [content.file.name])
    restore_backup(site / "site.backup", replace=True)
    assert files(site) == {}


def test_backup_never_overwrites_and_needs_its_folder(backup: Path, site: Path) -> None:
    with pytest.raises(Refused, match="backup-there"):
        write_backup(backup)
    with pytest.raises(Refused, match="backup-folder-absent"):
        write_backup(site / "absent" / "site.backup")


def test_failed_backup_leaves_no_file(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "last_numbers", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        write_backup(site / "site.backup")
    assert list(site.glob("site.backup*")) == []


def test_site_behind_its_version_makes_no_backup(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "steps_missing", lambda: ["evidence.0004_disputed"])
    with pytest.raises(Refused, match="site-behind"):
        write_backup(site / "site.backup")


def test_tables_are_made_first(backup: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[str] = []
    monkeypatch.setattr(restoring, "steps_missing", lambda: ["evidence.0004_disputed"])
    monkeypatch.setattr(restoring, "call_command", lambda name, **_: called.append(name))
    restore_backup(backup, replace=True)
    assert called == ["migrate"]
    assert backup_tables.steps_missing() == []


def test_sessions_are_left_out_and_end(backup: Path) -> None:
    labels = {table._meta.label_lower for table in tables()}
    assert "sessions.session" not in labels
    assert {"accounts.user", "audit.entry", "audit.head"} <= labels
    assert backup_archive.MANIFEST in zipfile.ZipFile(backup).namelist()


def test_every_kind_of_value_is_plain_text() -> None:
    values = [
        datetime(2026, 11, 22, 7, 5, tzinfo=UTC),
        date(2026, 11, 22),
        time(7, 5),
        timedelta(days=1, seconds=2),
        b"\x00\xff",
        UUID(int=5),
        Decimal("1.50"),
        None,
        True,
        1,
        "é",
    ]
    assert json.loads(line(values)) == [
        "2026-11-22T07:05:00+00:00",
        "2026-11-22",
        "07:05:00",
        "1 00:00:02",
        "AP8=",
        "00000000-0000-0000-0000-000000000005",
        "1.50",
        None,
        True,
        1,
        "é",
    ]


def test_commands_tell(site: Path, content: Document) -> None:
    said, warned = io.StringIO(), io.StringIO()
    keep_document("lost", {"title": text("Lost")}, file=b"lost")
    lost = Document.objects.get(slug="lost").file.name
    (site / "media" / lost).unlink()
    file = site / "site.backup"
    with translation.override("en"):
        call_command("backup", file, stdout=said, stderr=warned)
        call_command("restore", file, "--replace", stdout=said)
        with pytest.raises(CommandError, match="exists already"):
            call_command("backup", file)
        with pytest.raises(CommandError, match="add --replace"):
            call_command("restore", file)
    assert lost in warned.getvalue()
    last = Entry.objects.count()
    assert said.getvalue().count(f"1 files, journal up to line {last}.") == 2
    assert "The journal is whole" in said.getvalue()


def test_manifest_counts(backup: Path) -> None:
    with opened(backup) as archive:
        manifest: Manifest = archive.manifest
        assert manifest.counts["files"] == 1
        assert manifest.counts["rows"] == sum(len(found) for found in rows().values())
        assert manifest.engine == connection.vendor
