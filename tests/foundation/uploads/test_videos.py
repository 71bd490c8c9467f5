"""Films: whole or cut, and how long they are."""

import pytest

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.uploads.rules.accepting import accepted
from jumelage.foundation.uploads.rules.kinds import MP4, VIDEOS, WEBM, kind_of
from jumelage.foundation.uploads.rules.videos import video_seconds
from tests.factories.files import mp4, webm


def refused(content: bytes, kind: str) -> str:
    with pytest.raises(Refused) as refusal:
        video_seconds(content, kind)
    return refusal.value.code


def test_the_kind_is_found_in_the_bytes() -> None:
    assert kind_of(webm()) == WEBM
    assert kind_of(mp4()) == MP4
    assert kind_of(webm(doctype=b"matroska")) == "video/x-matroska"


@pytest.mark.parametrize(
    ("content", "kind", "seconds"),
    [
        (webm(seconds=3.4), WEBM, 3),
        (webm(seconds=0.2), WEBM, 1),
        (webm(seconds=None), WEBM, None),
        (mp4(seconds=90), MP4, 90),
        (mp4(seconds=7200, version=1), MP4, 7200),
    ],
)
def test_the_length(content: bytes, kind: str, seconds: int | None) -> None:
    assert video_seconds(content, kind) == seconds


def test_the_usual_scale_and_short_numbers() -> None:
    # Segment of unknown size, Info with a duration of four bytes and no scale: as browsers record it.
    info = b"\x15\x49\xa9\x66\x87" + b"\x44\x89\x84" + bytes.fromhex("453b8000")
    assert video_seconds(b"\x18\x53\x80\x67\x01" + b"\xff" * 7 + info, WEBM) == 3


def test_a_large_box_has_a_long_size() -> None:
    whole = mp4()
    large = whole[: -len(b"....mdatfilm")] + (1).to_bytes(4) + b"mdat" + (20).to_bytes(8) + b"film"
    assert video_seconds(large, MP4) == 90


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (mp4()[:-2], MP4),
        (mp4(film=False), MP4),
        (mp4(header=False), MP4),
        (mp4()[:20], MP4),
        (mp4().replace(b"\x00\x00\x03\xe8", b"\x00\x00\x00\x00"), MP4),
        (webm()[:-3], WEBM),
        (webm()[:50], WEBM),
        (webm()[:30], WEBM),
        (b"\x1a\x45\xdf\xa3\x80", WEBM),
        (b"\x00\x00", WEBM),
        (b"\x18\x53\x80\x67\x82\x15\x49", WEBM),
    ],
)
def test_a_cut_or_empty_film_is_refused(content: bytes, kind: str) -> None:
    assert refused(content, kind) == "upload-broken"


def test_films_come_only_where_a_room_asks_for_them() -> None:
    assert accepted(webm(), name="film.webm", kinds=VIDEOS).seconds == 3
    with pytest.raises(Refused) as refusal:
        accepted(webm(), name="film.webm")
    assert refusal.value.code == "upload-kind"
    with pytest.raises(Refused) as refusal:
        accepted(webm(doctype=b"matroska"), name="film.mkv", kinds=VIDEOS)
    assert refusal.value.details["found"] == "MKV"
