"""Videos, pictures and subtitles, for visitors."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from jumelage.city.evidence.queries import said
from jumelage.city.media import queries
from jumelage.city.media.rules.ranges import asked_range

# The address changes with the file.
KEPT = "public, max-age=86400"
PARTIAL, UNSATISFIABLE = 206, 416


@require_safe
def videos(request: HttpRequest) -> HttpResponse:
    """Every video, the newest first."""
    return render(request, "media/public/videos.html", {"videos": queries.videos()})


@require_safe
def video(request: HttpRequest, slug: str) -> HttpResponse:
    """A film with its subtitles and its transcript; nothing of it loads before somebody asks."""
    found = queries.video(slug)
    if found is None:
        raise Http404
    context = {
        "video": found,
        "track_languages": [track.language for track in found.tracks.all()],
        "transcript": queries.transcript_of(found, get_language() or ""),
        "sources": said([found]),
        "trail": [{"url": reverse("videos"), "label": gettext("Videos")}],
    }
    return render(request, "media/public/video.html", context)


@require_safe
def subtitles(request: HttpRequest, slug: str, language: str) -> HttpResponse:
    """The subtitles of a published video in one language."""
    found = queries.video(slug)
    track = found and found.tracks.filter(language=language).first()
    if not track:
        raise Http404(request.path)
    return HttpResponse(track.vtt, content_type="text/vtt; charset=utf-8")


@require_safe
def picture(request: HttpRequest, slug: str, mark: str, width: int) -> FileResponse:
    """One size of a picture, at an address that nobody guesses."""
    found = queries.shown_picture(slug)
    if found is None or found.mark != mark or width not in found.widths:
        raise Http404(request.path)
    copy = found.file.storage.open(found.copy_name(width))
    answer = FileResponse(copy, content_type="image/webp")
    answer["Cache-Control"] = KEPT
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@require_safe
def film(request: HttpRequest, slug: str, mark: str) -> HttpResponse | FileResponse:
    """The film itself, whole or the part that a player asks for (RFC 9110, 14.2)."""
    found = queries.video(slug)
    if found is None or not found.file or found.address != request.path or not mark:
        raise Http404
    size = found.file.size
    try:
        part = asked_range(request.headers.get("Range", ""), size=size)
    except ValueError:
        answer = HttpResponse(status=UNSATISFIABLE)
        answer["Content-Range"] = f"bytes */{size}"
        return answer
    return _streamed(found.file.open("rb"), part, size=size, media_type=found.media_type)


def _streamed(
    file: Any, part: tuple[int, int] | None, *, size: int, media_type: str
) -> FileResponse:
    start, end = part or (0, size - 1)
    file.seek(start)
    answer = FileResponse(_Part(file, end - start + 1), content_type=media_type)
    answer["Content-Length"] = str(end - start + 1)
    answer["Accept-Ranges"] = "bytes"
    answer["Cache-Control"] = KEPT
    answer["X-Content-Type-Options"] = "nosniff"
    if part:
        answer.status_code = PARTIAL
        answer["Content-Range"] = f"bytes {start}-{end}/{size}"
    return answer


class _Part:
    """A file that ends after `left` bytes."""

    def __init__(self, file: Any, left: int) -> None:
        self.file, self.left = file, left

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes more, or all that are left."""
        wanted = self.left if size < 0 else min(size, self.left)
        block: bytes = self.file.read(wanted)
        self.left -= len(block)
        return block

    def close(self) -> None:
        """Let the file go."""
        self.file.close()
