"""Pictures, videos and subtitles."""

import factory
from factory.django import DjangoModelFactory

from jumelage.city.media.models import Track, Video
from tests.factories.texts import text

VTT = (
    "WEBVTT\n\n00:00.000 --> 00:01.500\n<v Aïcha>Bonjour.\n\n00:02.000 --> 00:02.900\nBienvenue.\n"
)


class VideoFactory(DjangoModelFactory[Video]):
    """The record of a film that was not supplied."""

    class Meta:
        model = Video

    slug = factory.Sequence("video-{}".format)
    title = factory.LazyAttribute(lambda made: text(f"Film {made.slug}"))
    published = True


class TrackFactory(DjangoModelFactory[Track]):
    """Sound subtitles in French."""

    class Meta:
        model = Track

    video = factory.SubFactory(VideoFactory)
    language = "fr"
    vtt = VTT
