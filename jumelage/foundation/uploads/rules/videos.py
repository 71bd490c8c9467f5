"""Whether a film is whole, and how long it is; nothing of it is played.

Source: ISO/IEC 14496-12 §4.2 (boxes), §8.2.2 (movie header); RFC 8794 §4 to §6 (EBML numbers and sizes); RFC 9559
§5.1.2 (Info: TimestampScale, Duration).
"""

import struct
from collections.abc import Iterator

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.uploads.rules.kinds import MP4, name_of

_SEGMENT, _INFO, _SCALE, _DURATION = 0x18538067, 0x1549A966, 0x2AD7B1, 0x4489
_USUAL_SCALE = 1_000_000
Part = tuple[int, int]


def video_seconds(content: bytes, kind: str) -> int | None:
    """The length in whole seconds, at least 1; None when the film does not tell (a recording made live).

    Raises Refused("upload-broken") when it was cut or holds no film.
    """
    try:
        seconds = _mp4_seconds(content) if kind == MP4 else _webm_seconds(content)
    except (struct.error, IndexError, ZeroDivisionError, ValueError) as error:
        raise Refused("upload-broken", found=name_of(kind)) from error
    return max(1, round(seconds)) if seconds else None


def _mp4_seconds(content: bytes) -> float:
    movie = dict(_boxes(content, (0, len(content))))
    if b"mdat" not in movie:
        raise ValueError("no film")
    header = dict(_boxes(content, movie[b"moov"])) if b"moov" in movie else {}
    start, end = header.get(b"mvhd", (0, 0))
    if not end:
        raise ValueError("no header")
    if content[start] == 1:
        scale, length = struct.unpack_from(">IQ", content, start + 20)
    else:
        scale, length = struct.unpack_from(">II", content, start + 12)
    return float(length / scale)


def _boxes(content: bytes, part: Part) -> Iterator[tuple[bytes, Part]]:
    place, end = part
    while place < end:
        size, name = struct.unpack_from(">I4s", content, place)
        head = 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", content, place + 8)
            head = 16
        size = size or end - place
        if size < head or place + size > end:
            raise ValueError("cut")
        yield name, (place + head, place + size)
        place += size


def _webm_seconds(content: bytes) -> float:
    segment = dict(_elements(content, (0, len(content)))).get(_SEGMENT)
    if segment is None:
        raise ValueError("no film")
    info = next((part for name, part in _elements(content, segment) if name == _INFO), None)
    told = dict(_elements(content, info)) if info else {}
    if _DURATION not in told:
        return 0.0
    start, end = told[_DURATION]
    (length,) = struct.unpack(
        ">f" if end - start == struct.calcsize("f") else ">d", content[start:end]
    )
    scale = int.from_bytes(content[slice(*told[_SCALE])]) if _SCALE in told else _USUAL_SCALE
    return float(length) * scale / 1e9


def _elements(content: bytes, part: Part) -> Iterator[tuple[int, Part]]:
    place, end = part
    while place < end:
        name, place = _number(content, place, keep_mark=True)
        size, start = _number(content, place, keep_mark=False)
        # Nothing but ones: the size was not known when the film was recorded.
        if size == (1 << 7 * (start - place)) - 1:
            size = end - start
        if start + size > end:
            raise ValueError("cut")
        yield name, (start, start + size)
        place = start + size


def _number(content: bytes, place: int, *, keep_mark: bool) -> tuple[int, int]:
    """A number of one to eight bytes (the first bit that is set tells how many), and where it ends."""
    first = content[place]
    if not first:
        raise ValueError("not EBML")
    length = 9 - first.bit_length()
    if place + length > len(content):
        raise ValueError("cut")
    value = int.from_bytes(content[place : place + length])
    return (value if keep_mark else value & ((1 << 7 * length) - 1)), place + length
