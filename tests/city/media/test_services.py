"""Keeping pictures, videos and subtitles, and publishing videos."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.utils.translation import override
from PIL import Image

from jumelage.city.media.models import Picture, Video
from jumelage.city.media.services.keep_picture import keep_picture
from jumelage.city.media.services.keep_track import drop_track, keep_track
from jumelage.city.media.services.keep_video import keep_video
from jumelage.city.media.services.publish_video import publish_video
from jumelage.city.media.services.withdraw_video import withdraw_video
from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from tests.factories.files import picture, webm
from tests.factories.media import VTT, TrackFactory, VideoFactory

pytestmark = pytest.mark.django_db
ALT = {"fr": "Une tasse de café", "nl": "Een kop koffie"}


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def refused(act: Any, *given: Any, **more: Any) -> Refused:
    with pytest.raises(Refused) as refusal:
        act(*given, **more)
    return refusal.value


def acts() -> list[str]:
    return list(Entry.objects.values_list("act", flat=True))


def test_a_picture_is_kept_in_its_sizes_and_without_its_place() -> None:
    exif = Image.Exif()
    exif[0x8825] = {2: (50.0, 50.0, 50.0)}
    kept = keep_picture(
        "coffee", {"alt": ALT}, file=picture(1200, 800, exif=exif), file_name="a.jpg"
    )
    assert (kept.width, kept.height, kept.widths) == (1200, 800, [480, 960, 1200])
    assert kept.media_type == "image/jpeg"
    for width in kept.widths:
        with default_storage.open(kept.copy_name(width)) as file, Image.open(file) as copy:
            assert (copy.format, copy.size) == ("WEBP", (width, round(800 * width / 1200)))
            assert not copy.getexif()
    assert acts() == ["media.keep-picture"]
    again = keep_picture("coffee", {"alt": ALT}, file=picture(1200, 800, exif=exif))
    assert again.pk == kept.pk
    assert acts() == ["media.keep-picture"]


def test_clear_parts_stay_clear() -> None:
    target = io.BytesIO()
    Image.new("RGBA", (20, 10), (0, 0, 0, 0)).save(target, "PNG")
    kept = keep_picture("mark", {"decorative": True}, file=target.getvalue())
    with default_storage.open(kept.copy_name(20)) as file, Image.open(file) as copy:
        assert copy.mode == "RGBA"


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({}, "texts-missing"),
        ({"alt": {"fr": "Une tasse"}}, "texts-missing"),
        ({"alt": ALT, "decorative": True}, "picture-words-both"),
    ],
)
def test_a_picture_says_what_it_shows_or_that_it_only_adorns(
    values: dict[str, Any], code: str
) -> None:
    assert refused(keep_picture, "coffee", values, file=picture()).code == code
    assert not Picture.objects.exists()


def test_a_picture_needs_a_file_once() -> None:
    assert refused(keep_picture, "coffee", {"alt": ALT}).code == "picture-file-missing"
    keep_picture("coffee", {"alt": ALT}, file=picture())
    assert keep_picture("coffee", {"credit": "Ville"}).credit == "Ville"
    assert refused(keep_picture, "coffee", {"decorative": True}).code == "picture-words-both"


def test_fifty_megapixels_are_refused_with_their_measures() -> None:
    large = io.BytesIO()
    Image.new("1", (10_000, 5_000)).save(large, "PNG")
    refusal = refused(keep_picture, "large", {"alt": ALT}, file=large.getvalue())
    with override("en"):
        assert "10000 × 5000" in sentence(refusal)


def test_a_video_tells_its_length() -> None:
    kept = keep_video(
        "faces", {"title": {"fr": "Visages"}}, file=webm(seconds=65), file_name="v.webm"
    )
    assert (kept.media_type, kept.seconds) == ("video/webm", 65)
    assert kept.address.startswith("/films/faces/")
    assert keep_video("faces", {"narration": ["fr"]}).file == kept.file
    assert refused(keep_video, "x", {"title": {"fr": "X"}}, file=picture()).code == "upload-kind"
    assert not Video.objects.filter(slug="x").exists()


def test_subtitles_are_kept_once() -> None:
    video = VideoFactory(seconds=3)
    track = keep_track(video, "fr", VTT.encode())
    assert keep_track(video, "fr", VTT).pk == track.pk
    assert acts() == ["media.keep-track"]
    keep_track(video, "fr", VTT.replace("Bonjour", "Bonsoir"))
    track.refresh_from_db()
    assert "Bonsoir" in track.vtt
    assert acts() == ["media.keep-track"] * 2


def test_broken_subtitles_are_refused_line_by_line() -> None:
    broken = "WEBVTT\n\n" + "00:02,000 --> 00:01,000\nOne\n\n" * 7
    refusal = refused(keep_track, VideoFactory(), "fr", broken)
    with override("en"):
        told = sentence(refusal)
    assert told.startswith("These subtitles cannot be kept yet. Line 3: “00:02,000 --> 00:01,000”")
    assert told.endswith("And 2 more.")
    assert told.count("Line ") == 5


@pytest.mark.parametrize(
    ("language", "vtt", "code"),
    [
        ("de", VTT, "track-language"),
        ("fr", "WEBVTT\n\né".encode("latin-1"), "vtt-encoding"),
        ("fr", VTT + "\n01:00.000 --> 01:01.000\nToo late\n", "vtt-late"),
    ],
)
def test_other_refusals_of_subtitles(language: str, vtt: str | bytes, code: str) -> None:
    refusal = refused(keep_track, VideoFactory(seconds=3), language, vtt)
    assert refusal.code == code
    if code == "vtt-encoding":
        with override("en"):
            assert "Line 3: a letter is not written in UTF-8" in sentence(refusal)


def test_a_video_is_published_with_french_and_dutch_subtitles_only() -> None:
    video = VideoFactory(published=False, file="videos/a.webm")
    TrackFactory(video=video)
    refusal = refused(publish_video, video)
    assert sentence(refusal).count("Nederlands") == 1
    TrackFactory(video=video, language="nl")
    publish_video(video)
    publish_video(video)
    assert acts() == ["media.publish-video"]
    assert Entry.objects.get().public
    assert refused(drop_track, video, "nl").code == "track-needed"
    withdraw_video(video)
    withdraw_video(video)
    drop_track(video, "nl")
    drop_track(video, "nl")
    assert acts() == ["media.publish-video", "media.withdraw-video", "media.keep-track"]


def test_a_video_is_not_published_half_translated() -> None:
    video = VideoFactory(published=False, title={"fr": "Visages"}, summary={"nl": "Gezichten"})
    with override("en"):
        told = sentence(refused(publish_video, video))
    assert "Title (Nederlands)" in told
    assert "Summary (Français)" in told


def test_the_record_of_a_film_that_was_not_supplied_is_published() -> None:
    video = VideoFactory(published=False)
    publish_video(video)
    assert Video.objects.get().published
