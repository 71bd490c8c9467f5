"""Subtitles in WebVTT: read, checked line by line, and turned into a transcript.

Source: W3C, WebVTT: The Web Video Text Tracks Format (Candidate Recommendation, 4 April 2019), §4.1 to §4.3 (file,
cue timings, cue text). WebVTT lets cues overlap; here one reads one after the other, so they may not.
"""

import html
import re
from dataclasses import dataclass, field
from typing import Any

_TIME = r"((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})"
_TIMES = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t]+\S.*)?$")
_COMMA = re.compile(r"\d,\d{3}")
_TAG = re.compile(r"<(/?)([a-z]*)[^<>]*>")
_SPEAKER = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")
_ASIDE = ("NOTE", "STYLE", "REGION")
PAUSE_MS = 4_000
ARROW = "-->"


@dataclass(frozen=True)
class Flaw:
    """What is wrong at a line (from 1)."""

    line: int
    code: str
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Cue:
    """A subtitle: the line of its times, milliseconds from the start, and its words."""

    line: int
    start_ms: int
    end_ms: int
    text: str


@dataclass
class Subtitles:
    """What was read: cues in their order, and what is wrong."""

    cues: list[Cue] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)

    def wrong(self, line: int, code: str, **details: Any) -> None:
        """Note a flaw."""
        self.flaws.append(Flaw(line, code, details))


def read_vtt(text: str) -> Subtitles:
    """The cues of a WebVTT text, and its flaws in the order of the lines; without flaws it may be shown."""
    found = Subtitles()
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    header = lines[0]
    if not (header == "WEBVTT" or header.startswith(("WEBVTT ", "WEBVTT\t"))):
        found.wrong(1, "vtt-header")
        lines.insert(0, "")
        shift = 0
    else:
        lines[0] = ""
        shift = 1
    for first, block in _blocks(lines):
        if not block[0].startswith(_ASIDE) or ARROW in block[0]:
            _read_cue(found, first + shift, block)
    if not found.cues and not found.flaws:
        found.wrong(1, "vtt-no-cue")
    _check_order(found)
    found.flaws.sort(key=lambda flaw: flaw.line)
    return found


def transcript(cues: list[Cue]) -> list[tuple[str, str]]:
    """What is said as paragraphs, each with who says it ("" when not named); a pause begins a new one."""
    told: list[tuple[str, list[str]]] = []
    end_ms = 0
    for cue in cues:
        named = _SPEAKER.search(cue.text)
        speaker = named[1].strip() if named else ""
        words = " ".join(html.unescape(_TAG.sub("", cue.text)).split())
        if not told or told[-1][0] != speaker or cue.start_ms - end_ms >= PAUSE_MS:
            told.append((speaker, []))
        told[-1][1].append(words)
        end_ms = cue.end_ms
    return [(speaker, " ".join(parts)) for speaker, parts in told]


def _blocks(lines: list[str]) -> list[tuple[int, list[str]]]:
    """Runs of lines that are not empty, each with its index."""
    found: list[tuple[int, list[str]]] = []
    open_block = False
    for number, line in enumerate(lines):
        if not line.strip():
            open_block = False
        elif open_block:
            found[-1][1].append(line)
        else:
            found.append((number, [line]))
            open_block = True
    return found


def _read_cue(found: Subtitles, first: int, block: list[str]) -> None:
    """One block; a name may stand before its times."""
    place = 0 if ARROW in block[0] else 1
    if place >= len(block) or ARROW not in block[place]:
        found.wrong(first, "vtt-no-times", words=block[0][:40])
        return
    line, times = first + place, block[place].strip()
    read = _TIMES.match(times)
    if read is None:
        code = "vtt-comma" if _COMMA.search(times) else "vtt-time"
        found.wrong(line, code, found=times[:60])
        return
    start_ms, end_ms = (_milliseconds(time) for time in read.groups()[:2])
    if end_ms <= start_ms:
        found.wrong(line, "vtt-reversed", start=read[1], end=read[2])
        return
    words = block[place + 1 :]
    _check_words(found, line, words)
    found.cues.append(Cue(line, start_ms, end_ms, "\n".join(words)))


def _check_words(found: Subtitles, line: int, words: list[str]) -> None:
    if not words:
        found.wrong(line, "vtt-empty")
    for number, text in enumerate(words, start=line + 1):
        if ARROW in text:
            found.wrong(number, "vtt-glued")
            return
    text = "\n".join(words)
    if (tag := _open_tag(text)) is not None:
        found.wrong(line, "vtt-tag", tag=tag)
    elif "<" in _TAG.sub("", text):
        found.wrong(line, "vtt-bracket")


def _open_tag(text: str) -> str | None:
    """A tag that is not closed in its turn; None when all are. A speaker's may stay open; a time has no name."""
    opened: list[str] = []
    for closing, tag in _TAG.findall(text):
        if tag in {"", "v"}:
            continue
        if not closing:
            opened.append(tag)
        elif not opened or opened.pop() != tag:
            return str(tag)
    return opened[-1] if opened else None


def _check_order(found: Subtitles) -> None:
    before: Cue | None = None
    for cue in found.cues:
        if before and cue.start_ms < before.start_ms:
            found.wrong(cue.line, "vtt-order", other=before.line)
        elif before and cue.start_ms < before.end_ms:
            found.wrong(cue.line, "vtt-overlap", other=before.line)
        before = cue


def _milliseconds(time: str) -> int:
    *larger, seconds = time.replace(".", ":").rsplit(":", 1)[0].split(":")
    hours_minutes = [int(part) for part in larger]
    minutes = hours_minutes[-1] + 60 * (hours_minutes[0] if len(hours_minutes) > 1 else 0)
    return (60 * minutes + int(seconds)) * 1_000 + int(time[-3:])
