"""Old addresses lead on; links are looked at every night; pages of Wagtail tell what happens to them."""

import socket
from datetime import UTC, datetime, timedelta
from email.message import Message
from typing import Any, Self
from urllib.error import HTTPError

import pytest
from django.core.management import call_command
from django.http import HttpResponseRedirect
from django.test import Client
from django.urls import get_resolver
from freezegun import freeze_time

from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.errors import Refused
from jumelage.public.links.models import Redirect, SeenLink
from jumelage.public.links.queries import answers, waiting
from jumelage.public.links.queries.answers import foreign_answer
from jumelage.public.links.queries.seen import repair_address
from jumelage.public.links.services.check_links import check_links
from jumelage.public.links.services.keep_redirect import keep_redirect
from jumelage.public.site.models import EditorialPage
from jumelage.public.site.services.keep_page import keep_page
from tests.factories.news import NewsFactory
from tests.factories.staff import at_desk, person

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
OWN = "http://localhost:8000"


@pytest.fixture(autouse=True)
def addresses() -> None:
    """Read the address book before any clock is stopped: libraries in C do not load under a false one."""
    _ = get_resolver().url_patterns


def page(slug: str = "eau", **more: Any) -> EditorialPage:
    keep_page("water", {"fr": {"slug": slug, "title": "Eau", "intro": "…", **more}})
    return EditorialPage.objects.get(key="water")


def footer() -> None:
    """The pages to which every page leads."""
    for key in ("contact", "accessibility", "privacy", "legal-notice"):
        keep_page(key, {"fr": {"slug": key, "title": key}})


def seen() -> list[tuple[str, str]]:
    return [
        (link.target.removeprefix(OWN), link.trouble)
        for link in SeenLink.objects.filter(page="/fr/eau/")
    ]


def test_an_old_address_leads_on(client: Client) -> None:
    keep_redirect("old", {"old_path": "/fr/été/", "target": "/fr/contact/"})
    keep_redirect("out", {"old_path": "/ancienne", "target": "https://a.example/?x=1"})
    answer = client.get("/fr/%C3%A9t%C3%A9/?a=b")
    assert (answer.status_code, answer["Location"]) == (301, "/fr/contact/?a=b")
    assert client.get("/ancienne/?a=b")["Location"] == "https://a.example/?x=1"
    assert client.post("/fr/%C3%A9t%C3%A9/").status_code in {403, 404}
    assert client.get("/fr/rien/").status_code == 404


def test_circles_are_refused_also_when_a_redirect_changes() -> None:
    keep_redirect("one", {"old_path": "/fr/a/", "target": "/fr/b/"})
    keep_redirect("one", {"old_path": "/fr/a/", "target": "/fr/b/"})
    assert Entry.objects.filter(act="links.keep-redirect").count() == 1
    with pytest.raises(Refused) as refusal:
        keep_redirect("two", {"old_path": "/fr/b/", "target": "/fr/a/"})
    assert refusal.value.details["way"] == "/fr/b → /fr/a → /fr/b"
    desk = at_desk("links.keep")
    sent = {"own-slug": "x", "own-old_path": "fr/x", "own-target": "/fr/"}
    answer = desk.post("/desk/registers/redirect/add/", sent)
    assert answer.status_code == 422
    assert "is not the path of a page" in answer.content.decode()


def test_a_page_that_moves_leaves_a_redirect_and_may_come_back(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    found = page()
    for slug in ("pluie", "eau", "pluie"):
        with django_capture_on_commit_callbacks(execute=True):
            found.slug = slug
            found.save_revision().publish()
    assert [(one.old_path, one.target) for one in Redirect.objects.all()] == [
        ("/fr/eau", "/fr/pluie/")
    ]
    assert client.get("/fr/eau/")["Location"] == "/fr/pluie/"
    assert client.get("/fr/pluie/").status_code == 200


def test_the_editors_own_acts_are_told_and_found(client: Client) -> None:
    found = page()
    found.title = "Fontaine"
    found.save_revision().publish()
    assert "Fontaine" in client.get("/fr/recherche/?q=fontaine").content.decode()
    found.unpublish()
    assert "/fr/eau/" not in client.get("/fr/recherche/?q=fontaine").content.decode()
    found.delete()
    acts = Entry.objects.filter(public=True).values_list("act", flat=True)
    assert list(acts).count("site.withdraw-page") == 2
    assert "site.publish-page" in acts


def test_pages_begin_and_end_at_their_hour(client: Client) -> None:
    found = page()
    with freeze_time(NOW):
        found.title, found.go_live_at = "Demain", NOW + timedelta(hours=1)
        found.save_revision(approved_go_live_at=found.go_live_at)
        EditorialPage.objects.update(expire_at=NOW + timedelta(hours=2))
        call_command("publish_on_time")
        assert "Demain" not in client.get("/fr/eau/").content.decode()
    with freeze_time(NOW + timedelta(hours=2)):
        assert client.get("/fr/eau/").status_code == 404
        assert "/fr/eau/" not in client.get("/sitemap-pages.xml").content.decode()
    EditorialPage.objects.update(expire_at=None)
    with freeze_time(NOW + timedelta(hours=1, seconds=1)):
        call_command("publish_on_time")
        assert "Demain" in client.get("/fr/eau/").content.decode()


def test_a_preview_may_be_framed_by_the_desk_alone() -> None:
    found = page(body=[{"text": "[ici](https://a.example/)"}])
    desk = at_desk("site.write-pages")
    edit = desk.get(f"/desk/pages/{found.pk}/edit/")
    assert "frame-src 'self'" in edit["Content-Security-Policy"]
    assert edit["X-Frame-Options"] == "DENY"
    shown = desk.get(f"/desk/pages/{found.pk}/view_draft/")
    assert "Eau" in shown.content.decode()
    assert 'rel="external noopener"' in shown.content.decode()
    preview = desk.get(f"/desk/pages/{found.pk}/edit/preview/")
    assert preview["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in preview["Content-Security-Policy"]
    assert found.full_url == f"{OWN}/fr/eau/"


def test_links_of_our_own_are_followed_without_the_network(settings: Any) -> None:
    settings.SITE_ADDRESS = OWN
    keep_redirect("gone", {"old_path": "/fr/vieux", "target": "/fr/contact/"})
    keep_redirect("out", {"old_path": "/fr/dehors", "target": "https://a.example/"})
    links = (
        "[a](/fr/rien/) [b](/fr/documents/#nowhere) [c](/fr/documents/#content) [d](/fr/vieux/)"
        " [e](https://a.example/x) [f](/desk/) [g](/fr/eau/) [h](/sitemap.xml#x) [i](/fr/dehors/)"
    )
    page(body=[{"text": links}])
    footer()
    assert check_links(now=NOW, ask_others=False) == 2
    assert seen() == [
        ("/fr/documents/#nowhere", "anchor"),
        ("/fr/rien/", "gone"),
        ("https://a.example/x", ""),
    ]
    found = SeenLink.objects.get(page="/fr/eau/", external=True)
    assert (found.asked_at, str(found)) == (None, "/fr/eau/: https://a.example/x")
    asked: list[str] = []
    for status, trouble in ((404, "refused"), (None, "unreachable"), (200, "")):

        def ask(address: str, status: int | None = status) -> int | None:
            asked.append(address)
            return status

        check_links(now=NOW, ask_others=True, ask=ask)
        found.refresh_from_db()
        assert (found.trouble, found.asked_at) == (trouble, NOW)
    assert asked.count("https://a.example/x") == 3
    EditorialPage.objects.filter(key="water").update(body="[]")
    assert check_links(now=NOW, ask_others=False) == 0
    assert seen() == []


def test_a_page_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    footer()
    page(body=[{"text": "[a](/fr/rien/)"}])
    answer = answers.OurSite.page

    def failing(site: answers.OurSite, path: str) -> Any:
        found = answer(site, path)
        if path == "/fr/rien/":
            found.status_code = 500
        return found

    monkeypatch.setattr(answers.OurSite, "page", failing)
    check_links(now=NOW, ask_others=False)
    assert [trouble for _, trouble in seen()] == ["failed"]


def test_a_way_without_end_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    page(body=[{"text": "[a](/fr/rond/)"}])
    answer = answers.OurSite.page

    def round_about(site: answers.OurSite, path: str) -> Any:
        return HttpResponseRedirect(path) if path == "/fr/rond/" else answer(site, path)

    monkeypatch.setattr(answers.OurSite, "page", round_about)
    check_links(now=NOW, ask_others=False)
    assert ("/fr/rond/", "gone") not in seen()


def test_every_public_page_is_looked_at(capsys: pytest.CaptureFixture[str]) -> None:
    NewsFactory(slug="water", text={"fr": "[x](/fr/rien/)"})
    call_command("check_links")
    assert "Links that lead nowhere: " in capsys.readouterr().out
    found = SeenLink.objects.filter(target=f"{OWN}/fr/rien/", trouble="gone")
    # The same French text stands on the page in each language.
    assert len(found) == 3
    desk = at_desk("links.keep")
    html = desk.get("/desk/links/").content.decode()
    assert "The page does not exist" in html
    assert "/desk/registers/news/record/water/" in html
    SeenLink.objects.create(page="/fr/", target="https://a.example/", external=True)
    assert "Never asked" in desk.get("/desk/links/?which=out").content.decode()
    assert at_desk("media.keep").get("/desk/links/").status_code == 403


def test_those_who_repair_are_told() -> None:
    SeenLink.objects.create(page="/fr/", target="/fr/x/", trouble="gone")
    today = NOW.date()
    assert [line.count for line in waiting(person("links.keep"), today)] == [1]
    assert waiting(person(), today) == []


def test_where_a_link_is_repaired() -> None:
    found = page()
    assert repair_address("/nl/nieuws/water/") == "/desk/registers/news/record/water/"
    assert repair_address("/fr/eau/") == f"/desk/pages/{found.pk}/edit/"
    assert repair_address("/fr/projets/x/") == "/desk/registers/project/record/x/"
    assert repair_address("/fr/") == ""
    assert repair_address("/nowhere/at/all/") == ""


class Opener:
    def __init__(self, *answers: Any) -> None:
        self.answers, self.asked = list(answers), []

    def open(self, request: Any, timeout: int) -> Any:
        self.asked.append(request.get_method())
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


class Answer:
    status = 200

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass


def failing(status: int) -> HTTPError:
    return HTTPError("https://a.example", status, "", Message(), None)


@pytest.mark.parametrize(
    ("given", "status", "asked"),
    [
        ([Answer()], 200, ["HEAD"]),
        ([failing(404)], 404, ["HEAD"]),
        ([failing(405), Answer()], 200, ["HEAD", "GET"]),
        ([failing(403), failing(403)], 403, ["HEAD", "GET"]),
        ([OSError()], None, ["HEAD"]),
    ],
)
def test_other_sites_are_asked_briefly(
    monkeypatch: pytest.MonkeyPatch, given: list[Any], status: int | None, asked: list[str]
) -> None:
    opener = Opener(*given)
    monkeypatch.setattr(answers, "build_opener", lambda *_: opener)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: [(2, 1, 6, "", ("93.184.215.14", 0))])
    assert foreign_answer("https://a.example/") == status
    assert opener.asked == asked


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/", "http://[::1]/", "http://10.0.0.1/"])
def test_machines_of_our_own_network_are_never_asked(address: str) -> None:
    assert foreign_answer(address) is None


def test_an_unknown_host_or_a_way_back_inside_is_not_followed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unknown(*_: Any) -> Any:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert foreign_answer("https://a.example/") is None
    monkeypatch.undo()
    request = answers.Request("https://a.example/")
    careful = answers._Careful()
    inside = careful.redirect_request(request, None, 302, "", Message(), "http://127.0.0.1/")
    assert inside is None
    monkeypatch.setattr(answers, "_is_public", lambda _: True)
    assert careful.redirect_request(request, None, 302, "", Message(), "https://b.example/")
