"""Questions about pictures and videos."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from jumelage.city.media.choices import Act
from jumelage.city.media.models import Picture, Track, Video
from jumelage.city.media.rules.vtt import read_vtt, transcript
from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.kernel.waiting import Waiting
from jumelage.foundation.registers.queries.agenda import waiting_in

Paragraphs = list[tuple[str, str]]


@dataclass(frozen=True)
class Transcript:
    """What is said in a film, in one language: paragraphs, each with its speaker ("" when not named)."""

    language: str
    paragraphs: Paragraphs


def videos() -> QuerySet[Video]:
    """The videos that visitors may see, the newest first, with poster and tracks: 2 queries."""
    found = Video.objects.filter(published=True).select_related("poster")
    return found.prefetch_related("tracks").order_by("-date", "slug")


def video(slug: str) -> Video | None:
    """The video that visitors may see under this name."""
    return videos().filter(slug=slug).first()


def videos_about(topic: str) -> QuerySet[Video]:
    """The videos to which a page of the programme leads."""
    return videos().filter(topic=topic)


def shown_picture(slug: str) -> Picture | None:
    """The picture that pages may show under this name."""
    return Picture.objects.filter(slug=slug, hidden=False).first()


def transcript_of(film: Video, language: str) -> Transcript | None:
    """What is said, for a reader of `language`: as typed, else as in the subtitles; if need be in another language."""
    tracks = {track.language: track for track in film.tracks.all()}
    for code in (language, *tracks, *film.transcript):
        if typed := film.transcript.get(code):
            parts = [part.strip() for part in typed.split("\n\n")]
            return Transcript(code, [("", part) for part in parts if part])
        if code in tracks:
            return Transcript(code, paragraphs_of(tracks[code]))
    return None


def paragraphs_of(track: Track) -> Paragraphs:
    """The words of subtitles as running text."""
    return transcript(read_vtt(track.vtt).cues)


def waiting(user: Any, _today: date) -> list[Waiting]:
    """What waits for those who keep videos: those that nobody sees yet, and those whose file is missing."""
    if not may(user, Act.KEEP):
        return []
    return [
        waiting_in("video", Video.objects, title=_("Videos not published yet"), published=False),
        waiting_in(
            "video",
            videos().filter(file=""),
            title=_("Published videos whose file was not supplied"),
        ),
    ]
