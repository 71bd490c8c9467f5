"""Withdraw a video from the public site."""

from typing import Any

from django.db import transaction

from jumelage.city.media.models import Video
from jumelage.foundation.audit.services.write_line import write_line


def withdraw_video(video: Video, *, actor: Any = None) -> None:
    """Hide `video` from visitors; a second time changes nothing."""
    with transaction.atomic():
        if not Video.objects.select_for_update().get(pk=video.pk).published:
            return
        video.published = False
        video.save(update_fields=["published"])
        write_line("media.withdraw-video", video, actor=actor, public=True)
