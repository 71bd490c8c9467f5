"""Subtitles of a video, checked line by line, and the transcript that they make."""

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from jumelage.city.media.choices import Act
from jumelage.city.media.forms import TrackForm
from jumelage.city.media.models import Picture, Video
from jumelage.city.media.queries import paragraphs_of
from jumelage.city.media.services.keep_track import drop_track, keep_track
from jumelage.foundation.kernel.downloads import file_answer
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.foundation.registers.permissions import staff_view

UNPROCESSABLE = 422


@staff_view(Act.KEEP)
def tracks(request: HttpRequest, key: str) -> HttpResponse:
    """What is there by language, and a form for one of them."""
    video = Video.objects.filter(slug=key).first()
    if video is None:
        raise Http404
    if request.method != "POST":
        return _page(request, video, _opened(video, request.GET.get("language", "")))
    if "drop" in request.POST:
        return _dropped(request, video, request.POST["drop"])
    form = TrackForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            keep_track(video, form.cleaned_data["language"], form.content, actor=request.user)
        except Refused as refusal:
            flaws = refusal.details.get("flaws")
            for told in flaws.sentences if flaws else [sentence(refusal)]:
                form.add_error("file" if form.files else "vtt", told)
        else:
            messages.success(request, gettext("Saved. The transcript below follows it."))
            return redirect("video-tracks", key)
    return _page(request, video, form, status=UNPROCESSABLE)


@require_safe
@staff_view(Act.KEEP)
def picture(request: HttpRequest, key: str) -> FileResponse:
    """The picture as it is kept, for the staff: hidden ones too."""
    found = Picture.objects.filter(slug=key).first()
    if found is None:
        raise Http404(request.path)
    return file_answer(found.file, media_type=found.media_type, name=key)


def _opened(video: Video, language: str) -> TrackForm:
    code = language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    return TrackForm.of(video.tracks.filter(language=code).first(), code)


def _dropped(request: HttpRequest, video: Video, language: str) -> HttpResponse:
    try:
        drop_track(video, language, actor=request.user)
        messages.success(request, gettext("The subtitles were taken away."))
    except Refused as refusal:
        messages.error(request, sentence(refusal))
    return redirect("video-tracks", video.slug)


def _page(request: HttpRequest, video: Video, form: TrackForm, status: int = 200) -> HttpResponse:
    there = {track.language: track for track in video.tracks.all()}
    rows = [
        (code, name, paragraphs_of(there[code]) if code in there else None)
        for code, name in settings.LANGUAGES
    ]
    context = {
        "heading": gettext("Subtitles and transcript"),
        "video": video,
        "rows": rows,
        "required": settings.REQUIRED_LANGUAGES,
        "form": form,
        "groups": [{"label": each.label, "inputs": [each]} for each in form],
        "trail": [
            {
                "label": gettext("Videos"),
                "url": reverse("register", args=["video"]),
            },
            {"label": video, "url": reverse("register-record", args=["video", video.slug])},
        ],
    }
    return render(request, "media/desk/tracks.html", context, status=status)
