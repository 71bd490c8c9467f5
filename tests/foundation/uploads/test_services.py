"""Keeping uploads, and asking the virus scanner."""

import socket
import stat
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.utils import translation
from pytest_django import Settings

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.foundation.uploads.queries import virus_in
from jumelage.foundation.uploads.services.keep_upload import keep_upload
from tests.factories.files import office_file, pdf


@pytest.fixture(autouse=True)
def media(settings: Settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def test_kept_once_under_a_name_that_tells_nothing(media: Path) -> None:
    content = pdf("Plan")
    kept = keep_upload(content, folder="documents", owner="plan", name="Plan secret.pdf")
    again = keep_upload(content, folder="documents", owner="plan")
    other = keep_upload(content, folder="documents", owner="other")
    assert kept == again
    assert kept.file != other.file
    assert kept.sha256 == other.sha256
    assert kept.file.startswith("documents/")
    assert kept.file.endswith(".pdf")
    assert "secret" not in kept.file
    assert kept.sha256[:8] not in kept.file
    assert (kept.size_bytes, kept.pages) == (len(content), 1)
    with default_storage.open(kept.file) as file:
        assert file.read() == content
    assert stat.S_IMODE((media / kept.file).stat().st_mode) == 0o600


def test_name_depends_on_the_site(settings: Settings) -> None:
    first = keep_upload(b"one", folder="documents", owner="plan").file
    settings.SECRET_KEY = "another secret of another site"
    assert keep_upload(b"one", folder="documents", owner="plan").file != first


def test_refused_file_is_not_kept_and_says_how_to_repair(media: Path) -> None:
    with pytest.raises(Refused) as refusal, translation.override("en"):
        keep_upload(office_file("evil.exe"), folder="documents", owner="plan", name="plan.pdf")
    with translation.override("en"):
        assert sentence(refusal.value).startswith("The file calls itself PDF, but it is ZIP.")
    assert list(media.iterdir()) == []


@contextmanager
def scanner(answer: bytes, got: list[bytes], path: str = "") -> Iterator[str]:
    """A clamd that answers the same to everything, on the loopback or on a socket of the file system."""
    server = socket.create_server(("127.0.0.1", 0)) if not path else socket.socket(socket.AF_UNIX)
    if path:
        server.bind(path)
        server.listen()

    def serve() -> None:
        line, _ = server.accept()
        with line, line.makefile("rb") as file:
            command = file.read(10)
            content = b""
            while size := struct.unpack("!L", file.read(4))[0]:
                content += file.read(size)
            got.append(command + content)
            line.sendall(answer)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield path or f"127.0.0.1:{server.getsockname()[1]}"
    finally:
        thread.join(10)
        server.close()


def test_clean_file_passes_the_scanner(settings: Settings) -> None:
    got: list[bytes] = []
    with scanner(b"stream: OK\0", got) as address:
        settings.CLAMD = address
        kept = keep_upload(b"water" * 20_000, folder="documents", owner="plan")
    assert got == [b"zINSTREAM\0" + b"water" * 20_000]
    assert kept.size_bytes == 100_000


def test_infected_file_is_not_kept(settings: Settings, media: Path, tmp_path: Path) -> None:
    with scanner(b"stream: Eicar-Test FOUND\0", [], str(tmp_path / "clamd")) as address:
        settings.CLAMD = address
        with pytest.raises(Refused) as refusal:
            keep_upload(b"water", folder="documents", owner="plan")
    assert (refusal.value.code, refusal.value.details) == (
        "upload-infected",
        {"virus": "Eicar-Test"},
    )
    assert not (media / "documents").exists()


def test_unclear_answer_is_not_clean(settings: Settings) -> None:
    with scanner(b"INSTREAM size limit exceeded. ERROR\0", []) as address:
        settings.CLAMD = address
        with pytest.raises(Refused, match="upload-unscanned"):
            virus_in(b"water")


def test_silent_scanner_is_not_clean(settings: Settings, tmp_path: Path) -> None:
    settings.CLAMD = str(tmp_path / "absent")
    with pytest.raises(Refused, match="upload-unscanned"):
        virus_in(b"water")
