"""A folder of data files that came as one ZIP archive: what it may hold, and where each part may lie.

Source: APPNOTE.TXT 6.3.10 §4.4.4 (locked), §4.4.5 (methods), §4.4.17 (names) and §4.5.7 (links); OWASP Application
Security Verification Standard 4.0.3, V12.1.2 (archives that swell) and V12.3 (names that lead out of the folder).
"""

import stat
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from jumelage.foundation.kernel.errors import Refused

MEGABYTE = 1_000_000
LARGEST_BYTES, UNPACKED_BYTES, DATA_FILE_BYTES = 50 * MEGABYTE, 200 * MEGABYTE, 5 * MEGABYTE
MOST_FILES = 5_000
LONGEST_NAME = 200
_LOCKED = 0x1
# What every packer writes. The other methods give back a whole block at once, however much it swells.
_METHODS = (ZIP_STORED, ZIP_DEFLATED)
_BLOCK = 1 << 16
# What systems put into an archive by themselves.
_NOISE = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True)
class Member:
    """A file of the archive: where it lies in the folder, and under which entry of the archive."""

    path: str
    entry: ZipInfo


def check_size(size_bytes: int) -> None:
    """Accept an archive of `size_bytes` bytes. Raises Refused("bundle-large")."""
    if size_bytes > LARGEST_BYTES:
        raise Refused("bundle-large", **_sizes(size_bytes, LARGEST_BYTES))


def opened(content: bytes) -> ZipFile:
    """The archive. Raises Refused("bundle-not-zip")."""
    try:
        return ZipFile(BytesIO(content))
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise Refused("bundle-not-zip") from error


def members_of(archive: ZipFile, *, folders: Collection[str]) -> list[Member]:
    """The files of the archive, the one folder around all of them taken off unless it is one of `folders`.

    Raises Refused("bundle-many"), Refused("bundle-locked"), Refused("bundle-packing"), Refused("bundle-path"),
    Refused("bundle-twice"), Refused("bundle-swollen") or Refused("bundle-large").
    """
    entries = [entry for entry in archive.infolist() if not _is_noise(entry)]
    if len(entries) > MOST_FILES:
        raise Refused("bundle-many", count=len(entries), limit=MOST_FILES)
    for entry in entries:
        _check_entry(entry)
    if sum(entry.file_size for entry in entries) > UNPACKED_BYTES:
        raise Refused("bundle-swollen", limit_mb=UNPACKED_BYTES // MEGABYTE)
    around = _folder_around(entries, folders)
    found = [Member(entry.filename.removeprefix(around), entry) for entry in entries]
    _check_paths([member.path for member in found])
    return found


def blocks_of(archive: ZipFile, member: Member) -> Iterator[bytes]:
    """The bytes of a file, some at a time; `zipfile` reads never more of them than the archive told.

    Raises Refused("bundle-broken").
    """
    try:
        with archive.open(member.entry) as source:
            while block := source.read(_BLOCK):
                yield block
    except (BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError) as error:
        raise Refused("bundle-broken") from error


def _is_noise(entry: ZipInfo) -> bool:
    return entry.is_dir() or any(
        entry.filename.startswith(noise) or PurePosixPath(entry.filename).name == noise
        for noise in _NOISE
    )


def _check_entry(entry: ZipInfo) -> None:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    name = entry.orig_filename
    steps = name.split("/")
    if (
        kind not in {0, stat.S_IFREG}
        or len(name) > LONGEST_NAME
        or not name.isprintable()
        or any(step in {"", ".", ".."} for step in steps)
        or "\\" in name
        or ":" in steps[0]
    ):
        raise Refused("bundle-path", name=_shown(name))
    if entry.flag_bits & _LOCKED:
        raise Refused("bundle-locked")
    if entry.compress_type not in _METHODS:
        raise Refused("bundle-packing")
    if name.endswith((".yaml", ".yml")) and entry.file_size > DATA_FILE_BYTES:
        raise Refused("bundle-large", **_sizes(entry.file_size, DATA_FILE_BYTES))


def _folder_around(entries: list[ZipInfo], folders: Collection[str]) -> str:
    tops = {entry.filename.partition("/")[0] for entry in entries}
    alone = all("/" in entry.filename for entry in entries) and len(tops) == 1
    top = f"{tops.pop()}/" if alone else ""
    return "" if top in folders else top


def _check_paths(paths: list[str]) -> None:
    files: set[str] = set()
    for path in paths:
        if path in files:
            raise Refused("bundle-twice", name=path)
        files.add(path)
    for path in paths:
        if above := next(
            (str(one) for one in PurePosixPath(path).parents if str(one) in files), ""
        ):
            raise Refused("bundle-path", name=above)


def _shown(name: str) -> str:
    return "".join(letter if letter.isprintable() else "�" for letter in name)[:LONGEST_NAME]


def _sizes(size_bytes: int, limit_bytes: int) -> dict[str, int]:
    return {"size_mb": -(-size_bytes // MEGABYTE), "limit_mb": limit_bytes // MEGABYTE}
