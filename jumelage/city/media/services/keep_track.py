"""Keep the subtitles of a video in one language, once they are sound."""

from typing import Any

from django.conf import settings
from django.db import transaction

from jumelage.city.media.models import Track, Video
from jumelage.city.media.phrases import Flaws
from jumelage.city.media.rules.vtt import Flaw, read_vtt
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused


def keep_track(video: Video, language: str, vtt: str | bytes, *, actor: Any = None) -> Track:
    """The subtitles of `video` in `language`, from a WebVTT text or file; the same again changes nothing.

    Raises Refused("track-language"), Refused("vtt-encoding"), Refused("vtt-broken"), which names each line, or
    Refused("vtt-late") when they go on after the film.
    """
    if language not in dict(settings.LANGUAGES):
        raise Refused("track-language", language=language)
    text = _decoded(vtt).strip().replace("\r\n", "\n") + "\n"
    read = read_vtt(text)
    if read.flaws:
        raise Refused("vtt-broken", flaws=Flaws(read.flaws))
    last = max(read.cues, key=lambda cue: cue.end_ms)
    if video.seconds is not None and last.start_ms >= 1000 * (video.seconds + 1):
        raise Refused("vtt-late", line=last.line, minutes=f"{video.seconds / 60:.1f}")
    with transaction.atomic():
        track, new = Track.objects.get_or_create(
            video=video, language=language, defaults={"vtt": text}
        )
        if new or track.vtt != text:
            track.vtt = text
            track.save()
            _tell(video, language, actor)
    return track


def drop_track(video: Video, language: str, *, actor: Any = None) -> None:
    """Take the subtitles of `video` in `language` away. Raises Refused("track-needed") of a published film."""
    with transaction.atomic():
        if video.published and video.file and language in settings.REQUIRED_LANGUAGES:
            raise Refused("track-needed")
        if video.tracks.filter(language=language).delete()[0]:
            _tell(video, language, actor)


def _tell(video: Video, language: str, actor: Any) -> None:
    write_line("media.keep-track", video, actor=actor, public=True, fields=[f"tracks {language}"])


def _decoded(vtt: str | bytes) -> str:
    if isinstance(vtt, str):
        return vtt
    try:
        return vtt.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = vtt[: error.start].count(b"\n") + 1
        raise Refused("vtt-encoding", flaws=Flaws([Flaw(line, "vtt-encoding-line")])) from error
