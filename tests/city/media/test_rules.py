"""Subtitles line by line, sizes of pictures, parts of films."""

import pytest

from jumelage.city.media.rules.ranges import asked_range
from jumelage.city.media.rules.sizes import height_at, widths_of
from jumelage.city.media.rules.vtt import Cue, read_vtt, transcript

SOUND = """\ufeffWEBVTT - Faces of fair trade

NOTE
Made by hand --> never shown

STYLE
::cue { color: white }

intro
00:00:01.000 --> 00:00:04.000 align:start
<v Aïcha>Good <i>morning</i> &amp; welcome.

00:04.000 --> 00:06.500
<v Aïcha>We buy
coffee.

01:00:00.000 --> 01:00:02.000
<v.loud Marc>Later <00:01:01.000>on.
"""


def flaws(text: str) -> list[tuple[int, str]]:
    return [(flaw.line, flaw.code) for flaw in read_vtt(text).flaws]


def cue(times: str, words: str = "Words") -> str:
    return f"WEBVTT\n\n{times}\n{words}\n"


def test_sound_subtitles_are_read() -> None:
    read = read_vtt(SOUND)
    assert read.flaws == []
    assert [(one.line, one.start_ms, one.end_ms) for one in read.cues] == [
        (10, 1_000, 4_000),
        (13, 4_000, 6_500),
        (17, 3_600_000, 3_602_000),
    ]


def test_line_ends_of_every_kind_are_the_same() -> None:
    assert (
        read_vtt(SOUND.replace("\n", "\r\n"))
        == read_vtt(SOUND)
        == read_vtt(SOUND.replace("\n", "\r"))
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [(1, "vtt-header")]),
        ("WEBVTTX\n", [(1, "vtt-header"), (1, "vtt-no-times")]),
        ("WEBVTT\n", [(1, "vtt-no-cue")]),
        ("WEBVTT\n\nNOTE nothing\n", [(1, "vtt-no-cue")]),
        (
            "1\n00:00:01,000 --> 00:00:02,000\nAn SRT file\n",
            [(1, "vtt-header"), (2, "vtt-comma")],
        ),
        (cue("00:01.000 -> 00:02.000"), [(3, "vtt-no-times")]),
        (cue("00:01 --> 00:02"), [(3, "vtt-time")]),
        (cue("00:61.000 --> 00:62.000"), [(3, "vtt-time")]),
        (cue("00:01.000-->00:02.000"), [(3, "vtt-time")]),
        (cue("00:02.000 --> 00:01.000"), [(3, "vtt-reversed")]),
        (cue("00:02.000 --> 00:02.000"), [(3, "vtt-reversed")]),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n\n", [(3, "vtt-empty")]),
        ("WEBVTT\n\nonly a name\n", [(3, "vtt-no-times")]),
        (
            cue("00:01.000 --> 00:02.000", "One\n00:02.000 --> 00:03.000\nTwo"),
            [(5, "vtt-glued")],
        ),
        (cue("00:01.000 --> 00:02.000", "<i>One"), [(3, "vtt-tag")]),
        (cue("00:01.000 --> 00:02.000", "One</i>"), [(3, "vtt-tag")]),
        (cue("00:01.000 --> 00:02.000", "<i><b>One</i></b>"), [(3, "vtt-tag")]),
        (cue("00:01.000 --> 00:02.000", "One < two"), [(3, "vtt-bracket")]),
        (
            cue("00:01.000 --> 00:03.000") + "\n00:02.000 --> 00:04.000\nOver\n",
            [(6, "vtt-overlap")],
        ),
        (
            cue("00:05.000 --> 00:06.000") + "\n00:01.000 --> 00:02.000\nBefore\n",
            [(6, "vtt-order")],
        ),
    ],
)
def test_flaws_name_their_line(text: str, found: list[tuple[int, str]]) -> None:
    assert flaws(text) == found


def test_cues_may_touch() -> None:
    assert flaws(cue("00:01.000 --> 00:02.000") + "\n00:02.000 --> 00:03.000\nNext\n") == []


def test_a_transcript_is_running_text() -> None:
    assert transcript(read_vtt(SOUND).cues) == [
        ("Aïcha", "Good morning & welcome. We buy coffee."),
        ("Marc", "Later on."),
    ]


def test_a_pause_begins_a_paragraph() -> None:
    cues = [Cue(1, 0, 1_000, "One"), Cue(3, 4_999, 6_000, "two."), Cue(5, 10_000, 11_000, "Three.")]
    assert transcript(cues) == [("", "One two."), ("", "Three.")]
    assert transcript([]) == []


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (300, [300]),
        (480, [480]),
        (1000, [480, 960, 1000]),
        (1600, [480, 960, 1600]),
        (8000, [480, 960, 1600]),
    ],
)
def test_copies_are_never_larger_than_the_picture(width: int, widths: list[int]) -> None:
    assert widths_of(width) == widths


def test_heights_keep_the_shape() -> None:
    assert height_at(480, of=(960, 641)) == 320
    assert height_at(480, of=(8000, 1)) == 1


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("", None),
        ("bytes=-", None),
        ("bytes=0-1,5-6", None),
        ("lines=0-1", None),
        ("bytes=0-", (0, 99)),
        ("bytes=10-19", (10, 19)),
        ("bytes=90-500", (90, 99)),
        ("bytes=-10", (90, 99)),
        ("bytes=-500", (0, 99)),
    ],
)
def test_parts_of_a_film(header: str, part: tuple[int, int] | None) -> None:
    assert asked_range(header, size=100) == part


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=20-10", "bytes=-0"])
def test_a_part_outside_is_refused(header: str) -> None:
    with pytest.raises(ValueError):
        asked_range(header, size=100)
