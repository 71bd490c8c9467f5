"""Publish a video."""

from typing import Any

from django.conf import settings
from django.db import transaction

from jumelage.city.media.models import Video
from jumelage.city.media.phrases import LanguageNames
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.registers.services.check_texts import check_texts


def publish_video(video: Video, *, actor: Any = None) -> None:
    """Show `video` to visitors; a second time changes nothing. Without a file, only its record is shown.

    Raises Refused("texts-missing"), which names the fields, or Refused("video-subtitles-missing"), which names the
    languages.
    """
    texts = {"summary": video.summary, "credit": video.credit, "transcript": video.transcript}
    written = {name: text for name, text in texts.items() if text}
    check_texts({"title": video.title, **written})
    with transaction.atomic():
        locked = Video.objects.select_for_update().get(pk=video.pk)
        if locked.published:
            return
        there = set(locked.tracks.values_list("language", flat=True))
        missing = [code for code in settings.REQUIRED_LANGUAGES if code not in there]
        if locked.file and missing:
            raise Refused("video-subtitles-missing", languages=LanguageNames(missing))
        video.published = True
        video.save(update_fields=["published"])
        write_line("media.publish-video", video, actor=actor, public=True)
