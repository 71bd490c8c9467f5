"""Refusals of the room, in words: what is wrong, at which line, and how to repair it."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

PHRASES = {
    "picture-file-missing": _("A new picture needs its file. Choose one."),
    "picture-words-both": _(
        "A picture that only adorns has no alternative text. Empty the text, or untick “only adorns”."
    ),
    "track-language": _("This site has no texts in the language “{language}”."),
    "track-needed": _(
        "A published video keeps its French and Dutch subtitles. Replace them, or withdraw the video first."
    ),
    "video-subtitles-missing": _(
        "Subtitles are missing: {languages}. Add them under “Subtitles and transcript”, then publish."
    ),
    "vtt-broken": _("These subtitles cannot be kept yet. {flaws}"),
    "vtt-encoding": _("These subtitles cannot be kept yet. {flaws}"),
    "vtt-late": _(
        "Line {line}: this subtitle begins after the end of the film ({minutes} min). Check the hours and minutes."
    ),
}
FIELDS = {
    "alt": _("What the picture shows (alternative text)"),
    "caption": _("Caption"),
    "credit": _("Credit"),
    "decorative": _("The picture only adorns"),
    "hidden": _("Hidden everywhere"),
    "narration": _("Languages spoken"),
    "poster": _("Picture before the film starts"),
    "subtitles": _("Languages of the subtitles, as stated"),
    "topic": _("Page that leads to it"),
    "transcript": _("Transcript, as typed"),
}
# Of each flaw, what is wrong and how to repair it.
FLAWS = {
    "vtt-header": _(
        "the file must begin with the word WEBVTT alone on its line, then an empty line. Add it at the top."
    ),
    "vtt-encoding-line": _(
        "a letter is not written in UTF-8. Open the file in a text editor and save it as UTF-8."
    ),
    "vtt-no-cue": _("there is no subtitle in the file."),
    "vtt-no-times": _(
        "“{words}” has no times. Write them on the line before the words, like 00:01:05.000 --> 00:01:08.000."
    ),
    "vtt-comma": _(
        "“{found}” is written as in an SRT file. Put a full stop instead of the comma: 00:01:05.000."
    ),
    "vtt-time": _(
        "“{found}” cannot be read. Write the times like 00:01:05.000 --> 00:01:08.000, with a space around the arrow."
    ),
    "vtt-reversed": _("the subtitle ends ({end}) before it begins ({start}), or at once."),
    "vtt-order": _(
        "the subtitle begins before the one of line {other}. Put them in order of time."
    ),
    "vtt-overlap": _(
        "the subtitle begins before the one of line {other} ends. End that one earlier, or begin this one later."
    ),
    "vtt-empty": _("the subtitle has no words. Write them under its times, or delete it."),
    "vtt-glued": _("times stand among words. Leave an empty line before this subtitle."),
    "vtt-tag": _("the mark <{tag}> is not closed, or not in its turn. Close it with </{tag}>."),
    "vtt-bracket": _("a “<” opens no mark. Write &lt; instead."),
}
SHOWN = 5


class Flaws(tuple[Any, ...]):
    """Flaws of subtitles (`line`, `code`, `details`), in words when shown: the first ones, and how many more."""

    __slots__ = ()

    @property
    def sentences(self) -> list[str]:
        """One sentence each."""
        told = gettext("Line {line}: {flaw}")
        found = [
            told.format(line=flaw.line, flaw=str(FLAWS[flaw.code]).format(**flaw.details))
            for flaw in self[:SHOWN]
        ]
        more = len(self) - SHOWN
        return [*found, gettext("And {more} more.").format(more=more)] if more > 0 else found

    def __str__(self) -> str:
        return " ".join(self.sentences)


class LanguageNames(tuple[str, ...]):
    """Codes of languages, in their own names when shown."""

    __slots__ = ()

    def __str__(self) -> str:
        names = dict(settings.LANGUAGES)
        return ", ".join(names[code] for code in self)
