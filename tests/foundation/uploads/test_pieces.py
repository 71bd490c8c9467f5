"""Files in pieces: the protocol, its refusals, cuts, two writers, and what the owner room receives.

Source: tus resumable upload protocol 1.0.0.
"""

import base64
import hashlib
import stat
import threading
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.http import HttpResponse
from django.http.request import UnreadablePostError
from django.test import Client
from django.utils import timezone
from django.utils.http import parse_http_date
from freezegun import freeze_time
from pytest_django import Settings

from jumelage.foundation.accounts.services.erase_person import erase_person
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.uploads.models import PartialUpload
from jumelage.foundation.uploads.permissions import read_pass, upload_pass
from jumelage.foundation.uploads.queries import finished_upload, offset_of, partial_upload, place_of
from jumelage.foundation.uploads.rules import pieces
from jumelage.foundation.uploads.rules.pieces import matches, read_metadata, read_number
from jumelage.foundation.uploads.services.append_piece import append_piece
from jumelage.foundation.uploads.services.begin_upload import BYTES_AT_ONCE, FILES_AT_ONCE
from jumelage.foundation.uploads.services.drop_upload import drop_expired, drop_upload
from jumelage.foundation.uploads.views.pieces import _read
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
TUS = {"Tus-Resumable": "1.0.0"}
PURPOSE = "tests.document:1"


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.UNFINISHED_ROOT = tmp_path / "unfinished"
    return settings.UNFINISHED_ROOT


@pytest.fixture
def user() -> Any:
    return UserFactory(language="en")


@pytest.fixture
def client(user: Any) -> Client:
    client = Client(headers={"Accept-Language": "en", **TUS})
    client.force_login(user)
    return client


def b64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def begin(client: Client, user: Any, length: int | str, **given: Any) -> HttpResponse:
    allowed = given.get("allowed") or upload_pass(user, PURPOSE)
    metadata = f"filename {b64(given.get('name', 'statuts é.pdf'))}, pass {b64(allowed)}"
    return client.post(
        "/uploads/", headers={"Upload-Length": str(length), "Upload-Metadata": metadata}
    )


def send(client: Client, address: str, piece: bytes, offset: int, **headers: str) -> HttpResponse:
    return client.patch(
        address,
        piece,
        content_type=headers.pop("kind", "application/offset+octet-stream"),
        headers={"Upload-Offset": str(offset), **headers},
    )


def test_a_file_goes_in_pieces_and_is_handed_over_whole(
    client: Client, user: Any, folder: Path
) -> None:
    content = bytes(range(256)) * 10
    made = begin(client, user, len(content))
    assert (made.status_code, made["Tus-Resumable"]) == (201, "1.0.0")
    address = made["Location"]
    key = address.strip("/").split("/")[-1]
    asked = client.head(address)
    assert (asked["Upload-Offset"], asked["Upload-Length"]) == ("0", "2560")
    assert "no-store" in asked["Cache-Control"]
    with pytest.raises(Refused) as refusal:
        finished_upload(key, user=user, purpose=PURPOSE)
    assert refusal.value.code == "upload-unfinished"
    first = send(client, address, content[:1000], 0)
    assert (first.status_code, first["Upload-Offset"]) == (204, "1000")
    assert client.head(address)["Upload-Offset"] == "1000"
    last = send(client, address, content[1000:], 1000)
    assert (last.status_code, last["Upload-Offset"]) == (204, "2560")
    sent = finished_upload(key, user=user, purpose=PURPOSE)
    assert (sent.name, sent.content) == ("statuts é.pdf", content)
    assert stat.S_IMODE(next(folder.iterdir()).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_no_row_is_written_while_a_piece_comes(
    client: Client, user: Any, django_assert_num_queries: Any
) -> None:
    address = begin(client, user, 10)["Location"]
    with django_assert_num_queries(4):  # the session, the person, their roles, the file
        send(client, address, b"12345", 0)


def test_options_tell_the_protocol() -> None:
    told = Client().options("/uploads/")
    assert told.status_code == 204
    assert told["Tus-Version"] == told["Tus-Resumable"] == "1.0.0"
    assert told["Tus-Extension"] == "creation,expiration,termination,checksum"
    assert told["Tus-Max-Size"] == "50000000"
    assert told["Tus-Checksum-Algorithm"] == "sha1,sha256"


def test_another_version_is_refused(client: Client, user: Any) -> None:
    answer = client.post("/uploads/", headers={"Tus-Resumable": "0.2.2"})
    assert (answer.status_code, answer["Tus-Version"]) == (412, "1.0.0")
    assert client.get("/uploads/").status_code == 405
    assert "POST" in client.get("/uploads/")["Allow"]


@pytest.mark.parametrize("method", ["post", "patch", "head", "delete"])
def test_strangers_are_not_let_in(client: Client, user: Any, method: str) -> None:
    address = "/uploads/" if method == "post" else begin(client, user, 10)["Location"]
    answer = getattr(Client(headers=TUS), method)(address)
    assert answer.status_code == 401
    assert PartialUpload.objects.count() == (0 if method == "post" else 1)


@pytest.mark.parametrize("method", ["patch", "head", "delete"])
def test_somebody_elses_file_does_not_exist(client: Client, user: Any, method: str) -> None:
    address = begin(client, user, 10)["Location"]
    other = Client(headers={**TUS, "Upload-Offset": "0"})
    other.force_login(UserFactory())
    kind = {"content_type": pieces.PIECE_TYPE} if method == "patch" else {}
    assert getattr(other, method)(address, **kind).status_code == 404
    assert client.head(address).status_code == 200


def test_forged_requests_are_refused(user: Any) -> None:
    strict = Client(enforce_csrf_checks=True, headers=TUS)
    strict.force_login(user)
    assert begin(strict, user, 10).status_code == 403
    # Nor by a method that only says so in a header.
    begun = Client(headers=TUS)
    begun.force_login(user)
    address = begin(begun, user, 10)["Location"]
    assert strict.get(address, headers={"X-HTTP-Method-Override": "DELETE"}).status_code == 405
    assert strict.post(address, headers={"X-HTTP-Method-Override": "DELETE"}).status_code == 403
    assert begun.post(address, headers={"X-HTTP-Method-Override": "DELETE"}).status_code == 204


@pytest.mark.parametrize(
    ("length", "status", "says"),
    [
        (0, 400, "The file is empty"),
        (50_000_001, 413, "The file weighs 51 MB; 50 MB are accepted here"),
        ("", 400, "tus protocol"),
        ("-1", 400, "tus protocol"),
        ("12,5", 400, "tus protocol"),
        ("1" * 16, 400, "tus protocol"),
    ],
)
def test_lengths_that_are_refused(
    client: Client, user: Any, length: Any, status: int, says: str
) -> None:
    answer = begin(client, user, length)
    assert answer.status_code == status
    assert says in answer.content.decode()
    assert answer["Content-Type"].startswith("text/plain")
    assert not PartialUpload.objects.exists()


def test_a_pass_is_for_one_person_one_purpose_and_one_day(client: Client, user: Any) -> None:
    mine = upload_pass(user, PURPOSE, largest_bytes=100)
    assert read_pass(mine, user).purpose == PURPOSE
    for wrong in ("", "nonsense", upload_pass(UserFactory(), PURPOSE), mine[:-2] + "xx"):
        assert begin(client, user, 10, allowed=wrong or "-").status_code == 403
    assert begin(client, user, 101, allowed=mine).status_code == 413
    with freeze_time(timezone.now() - timedelta(hours=25)):
        old = upload_pass(user, PURPOSE)
    answer = begin(client, user, 10, allowed=old)
    assert answer.status_code == 403
    assert "Load it again" in answer.content.decode()


def test_a_file_is_handed_to_its_purpose_and_its_sender_alone(client: Client, user: Any) -> None:
    address = begin(client, user, 3)["Location"]
    send(client, address, b"abc", 0)
    key = address.strip("/").split("/")[-1]
    for wrong in (
        {"user": user, "purpose": "tests.document:2"},
        {"user": UserFactory(), "purpose": PURPOSE},
    ):
        with pytest.raises(Refused) as refusal:
            finished_upload(key, **wrong)
        assert refusal.value.code == "upload-gone"
    for nothing in ("", "nonsense", "00000000-0000-4000-8000-000000000000"):
        with pytest.raises(Refused):
            finished_upload(nothing, user=user, purpose=PURPOSE)


@pytest.mark.parametrize(
    ("piece", "offset", "headers", "status"),
    [
        (b"abc", 5, {}, 409),
        (b"abc", 0, {"kind": "text/plain"}, 415),
        (b"0123456789a", 0, {}, 413),
        (b"abc", 0, {"Upload-Checksum": f"sha256 {b64('another')}"}, 460),
        (b"abc", 0, {"Upload-Checksum": "crc32 1234"}, 400),
        (b"abc", "x", {}, 400),
    ],
)
def test_pieces_that_are_refused_leave_the_file_as_it_was(
    client: Client, user: Any, *, piece: bytes, offset: Any, headers: dict[str, str], status: int
) -> None:
    address = begin(client, user, 10)["Location"]
    assert send(client, address, piece, offset, **headers).status_code == status
    assert client.head(address)["Upload-Offset"] == "0"


def test_a_piece_heavier_than_the_memory_is_refused(client: Client, user: Any) -> None:
    address = begin(client, user, 9_000_000)["Location"]
    answer = send(client, address, bytes(pieces.PIECE_BYTES + 1), 0)
    assert answer.status_code == 413
    assert "A piece may weigh 2 MB." in answer.content.decode()


@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
def test_a_right_checksum_is_accepted(client: Client, user: Any, algorithm: str) -> None:
    address = begin(client, user, 3)["Location"]
    digest = base64.b64encode(hashlib.new(algorithm, b"abc").digest()).decode()
    told = {"Upload-Checksum": f"{algorithm} {digest}"}
    assert send(client, address, b"abc", 0, **told).status_code == 204


def test_a_cut_keeps_what_had_arrived(client: Client, user: Any) -> None:
    class Cut(BytesIO):
        """A line that breaks after its first bytes."""

        def read(self, size: int = -1) -> bytes:
            block = super().read(3)
            if not block:
                raise UnreadablePostError
            return block

    assert _read(Cut(b"abcdef"), 10) == b"abcdef"  # type: ignore[arg-type]
    assert _read(BytesIO(b"abc"), 10) == b"abc"  # type: ignore[arg-type]
    upload = partial_upload(user, begin(client, user, 10)["Location"].split("/")[-2])
    assert upload
    assert append_piece(upload, b"abcdef", offset=0) == 6
    assert client.head(f"/uploads/{upload.key}/")["Upload-Offset"] == "6"


def test_half_a_piece_on_the_disk_is_where_it_goes_on(client: Client, user: Any) -> None:
    """As after a server that was killed while it wrote."""
    address = begin(client, user, 10)["Location"]
    upload = PartialUpload.objects.get()
    place_of(upload).write_bytes(b"0123")
    assert client.head(address)["Upload-Offset"] == "4"
    assert send(client, address, b"0123456789", 0).status_code == 409
    assert send(client, address, b"456789", 4)["Upload-Offset"] == "10"
    sent = finished_upload(upload.key, user=user, purpose=PURPOSE)
    assert sent.content == b"0123456789"


def test_of_two_writers_one_wins(client: Client, user: Any) -> None:
    begin(client, user, 8 * 1000)
    upload = PartialUpload.objects.get()
    start, told = threading.Barrier(8), []

    def write(sign: bytes) -> None:
        start.wait()
        try:
            told.append(append_piece(upload, sign * 1000, offset=0))
        except Refused as refusal:
            told.append(refusal.code)

    threads = [threading.Thread(target=write, args=(b"%d" % n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, told)) == ["1000"] + ["upload-offset"] * 7
    content = place_of(upload).read_bytes()
    assert len(content) == 1000
    assert len(set(content)) == 1


def test_the_disk_is_asked_not_the_row(client: Client, user: Any) -> None:
    address = begin(client, user, 10)["Location"]
    upload = PartialUpload.objects.get()
    with pytest.raises(Refused) as refusal:
        append_piece(upload, b"0123456789a", offset=0)
    assert refusal.value.code == "upload-too-long"
    place_of(upload).unlink()
    assert client.head(address).status_code == 404
    with pytest.raises(Refused) as refusal:
        append_piece(upload, b"abc", offset=0)
    assert refusal.value.code == "upload-gone"
    assert not place_of(upload).exists()


def test_given_up(
    client: Client, user: Any, folder: Path, django_capture_on_commit_callbacks: Any
) -> None:
    address = begin(client, user, 10)["Location"]
    with django_capture_on_commit_callbacks(execute=True):
        assert client.delete(address).status_code == 204
    assert list(folder.iterdir()) == []
    assert client.delete(address).status_code == 404
    assert drop_upload("nonsense", user=user) is False


def test_number_of_files_and_weight_on_their_way_are_bounded(client: Client, user: Any) -> None:
    weight = BYTES_AT_ONCE // 4
    assert [begin(client, user, weight).status_code for _ in range(5)] == [201] * 4 + [429]
    PartialUpload.objects.all().delete()
    answers = [begin(client, user, 1).status_code for _ in range(FILES_AT_ONCE + 1)]
    assert answers == [201] * FILES_AT_ONCE + [429]
    other = UserFactory()
    theirs = Client(headers=TUS)
    theirs.force_login(other)
    assert begin(theirs, other, 1).status_code == 201


def test_old_ones_are_thrown_away_at_night(
    client: Client, user: Any, folder: Path, capsys: Any, django_capture_on_commit_callbacks: Any
) -> None:
    told = begin(client, user, 10)["Upload-Expires"]
    last = datetime.fromtimestamp(parse_http_date(told), tz=UTC)
    assert timedelta(hours=23) < last - timezone.now() <= timedelta(hours=24)
    begin(client, user, 10)
    lost = begin(client, user, 10)["Location"].split("/")[-2]
    place_of(PartialUpload.objects.get(pk=lost)).unlink()
    assert drop_expired(now=timezone.now()) == 1
    with django_capture_on_commit_callbacks(execute=True):
        assert drop_expired(now=timezone.now() + timedelta(hours=25)) == 2
    assert list(folder.iterdir()) == []
    call_command("withdraw_uploads")
    assert capsys.readouterr().out == "Unfinished files thrown away: 0.\n"


def test_somebody_who_is_erased_leaves_nothing_on_its_way(
    client: Client, user: Any, folder: Path, django_capture_on_commit_callbacks: Any
) -> None:
    begin(client, user, 10)
    with django_capture_on_commit_callbacks(execute=True):
        erase_person(user)
    assert list(folder.iterdir()) == []
    assert not PartialUpload.objects.exists()


def test_headers_are_read_strictly() -> None:
    assert read_metadata("") == {}
    assert read_metadata("name") == {"name": ""}
    assert read_metadata(f"filename {b64('a b')},,pass {b64('x')}") == {
        "filename": "a b",
        "pass": "x",
    }
    for wrong in ("filename a b", "filename é", "filename /w=="):
        with pytest.raises(Refused):
            read_metadata(wrong)
    assert read_number("007") == 7
    with pytest.raises(Refused):
        read_number("٣")
    with pytest.raises(Refused):
        matches(b"", "md5 abc")


def test_names_are_kept_short_and_without_what_nobody_sees(client: Client, user: Any) -> None:
    # An override of the direction shows "exe.fdp" as "pdf.exe", and the other way round.
    begin(client, user, 1, name="../" + "x" * 300 + "\0\r\nX-Evil: 1\u202e.pdf")
    made = PartialUpload.objects.get()
    assert len(made.name) == 200
    assert made.name.endswith("xxX-Evil: 1.pdf")
    assert str(made) == made.name
    assert offset_of(made) == 0
