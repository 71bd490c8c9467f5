"""Addresses of videos and pictures."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from jumelage.city.media.backoffice import tracks
from jumelage.city.media.views import public

urlpatterns = [
    path(pgettext_lazy("url", "videos/"), public.videos, name="videos"),
    path(pgettext_lazy("url", "videos/<slug:slug>/"), public.video, name="video"),
]

# The same in every language.
file_patterns = [
    path("pictures/<slug:slug>-<slug:mark>-<int:width>.webp", public.picture, name="picture"),
    path("films/<slug:slug>/<slug:mark>", public.film, name="video-file"),
    path("films/<slug:slug>/subtitles/<slug:language>.vtt", public.subtitles, name="video-track"),
]

desk_patterns = [
    path("videos/<slug:key>/subtitles/", tracks.tracks, name="video-tracks"),
    path("pictures/<slug:key>/", tracks.picture, name="picture-seen"),
]
