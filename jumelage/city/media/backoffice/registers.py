"""Pictures and videos, as plain registers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jumelage.city.media.choices import Act
from jumelage.city.media.models import Picture, Video
from jumelage.city.media.services.keep_picture import keep_picture
from jumelage.city.media.services.keep_video import keep_video
from jumelage.city.media.services.publish_video import publish_video
from jumelage.city.media.services.withdraw_video import withdraw_video
from jumelage.foundation.kernel.register import Register


def _sent(values: dict[str, Any]) -> dict[str, Any]:
    """The file that a form brought, if any: without one, the file that is there stays."""
    sent = values.pop("file", None)
    if not hasattr(sent, "content_type"):
        return {}
    return {"file": sent.read(), "file_name": sent.name}


def _keep_picture(slug: str, values: dict[str, Any], *, actor: Any) -> Picture:
    return keep_picture(slug, values, actor=actor, **_sent(values))


def _keep_video(slug: str, values: dict[str, Any], *, actor: Any) -> Video:
    return keep_video(slug, values, actor=actor, **_sent(values))


def _picture_file() -> forms.Field:
    hint = _(
        "JPEG, PNG or WebP, at most 40 million pixels. Place and device are taken out of the file."
    )
    return forms.FileField(label=_("File"), required=False, help_text=hint)


def _video_file() -> forms.Field:
    hint = _("MP4 or WebM, at most 200 MB. Leave empty to keep the file that is there.")
    return forms.FileField(label=_("File"), required=False, help_text=hint)


REGISTERS = [
    Register(
        model=Picture,
        one=_("a picture"),
        many=_("Pictures"),
        keep=_keep_picture,
        act=Act.KEEP,
        fields=("file", "alt", "decorative", "caption", "credit", "hidden"),
        columns=("alt", "credit", "decorative", "hidden"),
        search=("slug", "alt", "credit"),
        filters=("decorative", "hidden"),
        inputs={"file": _picture_file},
        pages=((_("See the picture"), "picture-seen"),),
        icon="image",
        order=92,
    ),
    Register(
        model=Video,
        one=_("a video"),
        many=_("Videos"),
        keep=_keep_video,
        act=Act.KEEP,
        fields=(
            *("title", "summary", "credit", "date", "file", "narration", "subtitles"),
            *("poster", "topic", "transcript"),
        ),
        columns=("title", "date", "topic", "published"),
        search=("slug", "title"),
        filters=("topic", "published"),
        inputs={"file": _video_file},
        publish=publish_video,
        withdraw=withdraw_video,
        publish_act=Act.PUBLISH,
        pages=((_("Subtitles and transcript"), "video-tracks"),),
        icon="media",
        order=94,
    ),
]
