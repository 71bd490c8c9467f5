"""Pictures in the size that a screen needs, and films that load when somebody asks."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import get_language

from jumelage.city.media import queries
from jumelage.city.media.models import Picture, Video
from jumelage.city.media.rules.sizes import height_at
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.reference.queries import language_name

register = template.Library()


@register.inclusion_tag("media/public/parts/picture.html")
def picture(found: Picture | str | None, *, alone: bool = False) -> dict[str, Any]:
    """A picture (or the one of that short name) with its words; `alone`: without caption and credit."""
    shown = queries.shown_picture(found) if isinstance(found, str) else found
    if shown is None or shown.hidden:
        return {}
    largest = shown.widths[-1]
    return {
        "picture": shown,
        "copies": [(shown.address(width), width) for width in shown.widths],
        "smallest": shown.address(shown.widths[0]),
        "width": largest,
        "height": height_at(largest, of=(shown.width, shown.height)),
        "alone": alone,
    }


@register.inclusion_tag("media/public/parts/player.html", takes_context=True)
def player(context: template.Context, video: Video) -> dict[str, Any]:
    """The browser's own player; nothing loads before it is asked to play, not even the poster where data are dear."""
    tracks = [(track.language, _track(video, track.language)) for track in video.tracks.all()]
    found = video.poster
    poster = None if found is None or found.hidden or context.get("save_data") else found
    return {
        "video": video,
        "tracks": [(code, language_name(code), address) for code, address in tracks],
        "language": get_language(),
        "poster": poster.address(poster.widths[min(1, len(poster.widths) - 1)]) if poster else "",
    }


@register.simple_tag
def videos_about(topic: str) -> Any:
    """The videos to which the page of a topic leads."""
    return queries.videos_about(topic)


@register.inclusion_tag("media/public/parts/link.html")
def video_link(slug: str) -> dict[str, Any]:
    """A line that leads to the video `slug`; nothing when visitors may not see it."""
    return {"film": queries.video(slug)}


@register.filter
def languages_named(codes: list[str]) -> str:
    """Languages in the reader's words."""
    return ", ".join(_named(code) for code in codes)


@register.filter
def length(seconds: int) -> str:
    """Minutes and seconds, or hours too: 3:05, 1:02:09."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _track(video: Video, language: str) -> str:
    return reverse("video-track", args=[video.slug, language])


def _named(code: str) -> str:
    try:
        return language_name(code)
    except Refused:
        return code
