"""Videos and pictures, for visitors and for the staff."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from django.test import Client
from django.utils.translation import override

from jumelage.city.media.models import Picture, Track, Video
from jumelage.city.media.queries import transcript_of, waiting
from jumelage.city.media.services.keep_picture import keep_picture
from jumelage.city.media.services.keep_video import keep_video
from tests.factories.files import picture, webm
from tests.factories.media import VTT, TrackFactory, VideoFactory
from tests.factories.staff import at_desk, person

pytestmark = pytest.mark.django_db
ALT = {"fr": "Une tasse de café", "nl": "Een kop koffie"}


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def film(**more: Any) -> Video:
    made = keep_video("faces", {"title": {"fr": "Visages", "nl": "Gezichten"}, **more}, file=webm())
    Video.objects.update(published=True)
    TrackFactory(video=made)
    TrackFactory(video=made, language="nl", vtt=VTT.replace("Bonjour", "Goedendag"))
    return made


def shown(tag: str, **context: Any) -> str:
    return Template("{% load media %}" + tag).render(Context(context))


def test_a_film_waits_until_it_is_played(client: Client) -> None:
    made = film(poster=keep_picture("cup", {"alt": ALT}, file=picture()))
    html = client.get("/nl/videos/faces/").content.decode()
    assert 'preload="none"' in html
    assert 'srclang="nl" label="Nederlands" default' in html
    assert "Goedendag." in html
    assert "Aïcha" in html
    assert f'src="{made.address}"' in html
    assert "poster=" in html
    spared = client.get("/nl/videos/faces/", headers={"Save-Data": "on"}).content.decode()
    assert "poster=" not in spared


def test_a_film_that_was_not_supplied_says_so(client: Client) -> None:
    VideoFactory(slug="record", narration=["fr", "nl"], subtitles=["fr", "zz"], topic="fair-trade")
    html = client.get("/fr/videos/record/").content.decode()
    assert "fichier non fourni" in html
    assert "<video" not in html
    assert "zz" in html
    assert "fichier non fourni" in client.get("/fr/videos/").content.decode()
    assert "/fr/videos/record/" in client.get("/fr/commerce-equitable/").content.decode()


def test_hidden_videos_are_nowhere(client: Client) -> None:
    made = film()
    Video.objects.update(published=False)
    for path in ("/fr/videos/faces/", made.address, "/films/faces/subtitles/fr.vtt"):
        assert client.get(path).status_code == 404
    assert "faces" not in client.get("/fr/videos/").content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_as_much_for_three_as_for_one(
    client: Client, rows: int, django_assert_num_queries: Any
) -> None:
    for made in VideoFactory.create_batch(rows):
        TrackFactory(video=made)
    client.get("/fr/videos/")
    with django_assert_num_queries(3):
        client.get("/fr/videos/")


def test_the_film_is_served_in_parts(client: Client) -> None:
    made, whole = film(), webm()
    answer = client.get(made.address)
    assert (answer.status_code, answer["Accept-Ranges"]) == (200, "bytes")
    assert b"".join(answer.streaming_content) == whole  # type: ignore[attr-defined]
    part = client.get(made.address, headers={"Range": "bytes=4-9"})
    assert (part.status_code, part["Content-Length"]) == (206, "6")
    assert part["Content-Range"] == f"bytes 4-9/{len(whole)}"
    assert part.getvalue() == whole[4:10]
    outside = client.get(made.address, headers={"Range": "bytes=9999-"})
    assert (outside.status_code, outside["Content-Range"]) == (416, f"bytes */{len(whole)}")
    assert client.get("/films/faces/000000000000").status_code == 404


def test_subtitles_are_text(client: Client) -> None:
    film()
    answer = client.get("/films/faces/subtitles/fr.vtt")
    assert answer["Content-Type"] == "text/vtt; charset=utf-8"
    assert answer.content.startswith(b"WEBVTT")
    assert client.get("/films/faces/subtitles/en.vtt").status_code == 404


def test_a_typed_transcript_comes_first_and_another_language_last() -> None:
    made = film()
    found = transcript_of(made, "fr")
    assert found
    assert found.paragraphs == [("Aïcha", "Bonjour."), ("", "Bienvenue.")]
    made.transcript = {"fr": "Un.\n\n\n\nDeux."}
    typed = transcript_of(made, "fr")
    assert typed
    assert typed.paragraphs == [("", "Un."), ("", "Deux.")]
    other = transcript_of(made, "en")
    assert other
    assert other.language == "fr"
    assert transcript_of(VideoFactory(), "fr") is None


def test_a_picture_offers_its_sizes(client: Client) -> None:
    kept = keep_picture(
        "cup", {"alt": ALT, "credit": "Ville", "caption": {"fr": "Café"}}, file=picture()
    )
    html = shown("{% picture found %}", found=kept)
    assert 'alt="Une tasse de café"' in html
    assert 'width="1200" height="800"' in html
    assert "480w" in html
    assert 'loading="lazy"' in html
    assert "Ville" in html
    assert "Ville" not in shown("{% picture found alone=True %}", found="cup")
    with override("en"):
        assert 'lang="fr"' in shown("{% picture found %}", found=kept)
    answer = client.get(kept.address(480))
    assert answer["Content-Type"] == "image/webp"
    assert answer.getvalue()[:4] == b"RIFF"
    assert client.get(kept.address(481)).status_code == 404
    assert client.get(f"/pictures/cup-{'0' * 12}-480.webp").status_code == 404


def test_a_hidden_or_unknown_picture_is_served_to_nobody(client: Client) -> None:
    kept = keep_picture("cup", {"alt": ALT, "hidden": True}, file=picture())
    assert client.get(kept.address(480)).status_code == 404
    assert "<img" not in shown("{% picture found %}", found=kept)
    assert "<img" not in shown("{% picture found %}", found="nowhere")


def test_a_decorative_picture_has_an_empty_text() -> None:
    kept = keep_picture("line", {"decorative": True}, file=picture(100, 50))
    assert 'alt=""' in shown("{% picture found %}", found=kept)
    assert str(kept) == "line"


def test_lengths_in_words() -> None:
    assert shown("{{ seconds|length }}", seconds=185) == "3:05"
    assert shown("{{ seconds|length }}", seconds=3729) == "1:02:09"


def test_the_desk_keeps_a_picture_with_its_words() -> None:
    desk = at_desk("media.keep")
    sent = {
        "own-slug": "cup",
        "own-file": SimpleUploadedFile("cup.jpg", picture()),
        "own-alt__fr": "Tasse",
    }
    answer = desk.post("/desk/registers/picture/add/", sent)
    assert answer.status_code == 422
    assert "alternative text) (Nederlands)" in answer.content.decode()
    sent |= {"own-file": SimpleUploadedFile("cup.jpg", picture()), "own-alt__nl": "Kop"}
    assert desk.post("/desk/registers/picture/add/", sent).status_code == 302
    assert Picture.objects.get().widths == [480, 960, 1200]
    whole = desk.get("/desk/pictures/cup/")
    assert whole["Content-Type"] == "image/jpeg"
    assert whole.getvalue()[:2] == b"\xff\xd8"
    assert desk.get("/desk/pictures/none/").status_code == 404
    assert "/desk/pictures/cup/" in desk.get("/desk/registers/picture/record/cup/").content.decode()
    disguised = {**sent, "own-slug": "other", "own-file": SimpleUploadedFile("cup.png", picture())}
    assert "PNG" in desk.post("/desk/registers/picture/add/", disguised).content.decode()


def test_the_desk_keeps_a_video() -> None:
    desk = at_desk("media.keep", "media.publish")
    sent = {
        "own-slug": "faces",
        "own-title__fr": "Visages",
        "own-title__nl": "Gezichten",
        "own-file": SimpleUploadedFile("faces.webm", webm()),
    }
    assert desk.post("/desk/registers/video/add/", sent).status_code == 302
    published = desk.post("/desk/registers/video/record/faces/publication/", follow=True)
    assert "Subtitles are missing: Français, Nederlands" in published.content.decode()


def test_the_desk_checks_subtitles_line_by_line() -> None:
    video, desk = VideoFactory(slug="faces"), at_desk("media.keep")
    path = "/desk/videos/faces/subtitles/"
    assert "missing, needed to publish" in desk.get(path).content.decode()
    broken = desk.post(path, {"language": "fr", "vtt": "Hello"})
    assert broken.status_code == 422
    assert "Line 1: the file must begin with the word WEBVTT" in broken.content.decode()
    assert "Hello" in broken.content.decode()
    assert desk.post(path, {"language": "fr"}).status_code == 422
    huge = SimpleUploadedFile("a.vtt", b"x" * 1_000_001)
    assert "more than 1 MB" in desk.post(path, {"language": "fr", "file": huge}).content.decode()
    file = SimpleUploadedFile("a.vtt", VTT.encode())
    kept = desk.post(path, {"language": "fr", "file": file}, follow=True).content.decode()
    assert "Bonjour." in kept
    assert "Bonjour." in desk.get(f"{path}?language=fr").content.decode()
    late = "WEBVTT\n\n00:10.000 --> 00:11.000\nLate\n"
    Video.objects.update(seconds=3)
    assert "Line 3" in desk.post(path, {"language": "nl", "vtt": late}).content.decode()
    assert desk.get("/desk/videos/none/subtitles/").status_code == 404
    Video.objects.update(file="videos/a.webm")
    assert "keeps its French" in desk.post(path, {"drop": "fr"}, follow=True).content.decode()
    Video.objects.update(published=False)
    desk.post(path, {"drop": "fr"})
    assert not Track.objects.filter(video=video).exists()
    assert at_desk("registers.read").get(path).status_code == 403


def test_what_waits_for_those_who_keep_videos() -> None:
    VideoFactory(published=False)
    VideoFactory.create_batch(2)
    assert [line.count for line in waiting(person("media.keep"), date(2026, 1, 1))] == [1, 2]
    assert waiting(person(), date(2026, 1, 1)) == []


def test_names() -> None:
    TrackFactory(video__title={"fr": "Visages"})
    assert str(Track.objects.get()) == "Visages (fr)"
