"""The front door, the choice of language and of appearance, and what the shell says of languages."""

from typing import Any

import pytest
from django.test import Client

from jumelage.public.site.rules.negotiation import best_language
from jumelage.public.site.rules.preferences import saves_data, theme_of
from jumelage.public.site.services.keep_page import keep_page

pytestmark = pytest.mark.django_db
OFFERED = ("fr", "nl", "en")


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("fr", "fr"),
        ("nl-BE,nl;q=0.9,fr;q=0.8", "nl"),
        ("de, en-GB;q=0.3, fr;q=0.7", "fr"),
        ("FR-be", "fr"),
        ("fr;q=0, nl;q=0.1", "nl"),
        ("fr;q=broken, en;q=0.2", "en"),
        ("de, it", ""),
        ("*", ""),
        ("", ""),
        (";;;,,,=", ""),
    ],
)
def test_best_language(accepted: str, language: str) -> None:
    assert best_language(accepted, OFFERED) == language


@pytest.mark.parametrize(
    ("header", "cookies", "saves"),
    [("on", {}, True), (" ON ; x", {}, True), ("off", {}, False), ("", {"saver": "on"}, True), ("", {}, False)],
)  # fmt: skip
def test_saving_data(header: str, cookies: dict[str, str], saves: bool) -> None:
    assert saves_data(header, cookies) is saves


def test_themes() -> None:
    assert [theme_of({"theme": name}) for name in ("light", "dark", "<x>", "")] == [
        "light",
        "dark",
        "",
        "",
    ]


def test_the_browser_s_language_leads_once(client: Client) -> None:
    response = client.get("/", headers={"accept-language": "nl-BE"})
    assert (response.status_code, response["Location"]) == (302, "/nl/")
    assert {"Accept-Language", "Cookie"} <= set(response["Vary"].split(", "))
    assert not response.cookies


def test_the_chosen_language_is_kept_and_wins(client: Client) -> None:
    response = client.get("/?language=nl", headers={"accept-language": "fr"})
    assert (response.status_code, response["Location"]) == (302, "/nl/")
    assert response.cookies["language"]["samesite"] == "Lax"
    assert client.get("/", headers={"accept-language": "fr"})["Location"] == "/nl/"


def test_without_a_match_the_visitor_chooses_required_languages_first(client: Client) -> None:
    client.cookies["language"] = "xx"
    response = client.get("/?language=de", headers={"accept-language": "de"})
    html = response.content.decode()
    assert response.status_code == 200
    places = [html.index(f'href="/?language={code}"') for code in OFFERED]
    assert places == sorted(places)
    assert {"Accept-Language", "Cookie"} <= set(response["Vary"].split(", "))


def test_deep_links_never_lead_elsewhere(client: Client) -> None:
    client.cookies["language"] = "fr"
    response = client.get("/en/search/", headers={"accept-language": "fr"})
    assert (response.status_code, response["Content-Language"]) == (200, "en")


def test_appearance_is_kept_and_leads_back(client: Client) -> None:
    response = client.get("/theme/", {"to": "dark", "saver": "on", "next": "/fr/recherche/?q=eau"})
    assert response["Location"] == "/fr/recherche/?q=eau"
    for name, value in (("theme", "dark"), ("saver", "on")):
        cookie = response.cookies[name]
        assert (cookie.value, cookie["samesite"], cookie["max-age"]) == (value, "Lax", 31_536_000)
    html = client.get("/fr/recherche/").content.decode()
    assert 'data-theme="dark" data-saver' in html
    assert "preload" not in html
    client.get("/theme/", {"to": "", "saver": "off", "next": "/"})
    assert not client.cookies["theme"].value
    assert not client.cookies["saver"].value


def test_what_is_not_asked_stays(client: Client) -> None:
    client.cookies["theme"] = "dark"
    assert not client.get("/theme/", {"saver": "on"}).cookies.get("theme")


@pytest.mark.parametrize(
    "elsewhere",
    ["https://example.org/", "//example.org", "/\\example.org", "javascript:alert(1)", "", "\n//x"],
)
def test_appearance_never_leads_elsewhere(client: Client, elsewhere: str) -> None:
    assert client.get("/theme/", {"to": "dark", "next": elsewhere})["Location"] == "/"


def test_the_same_page_in_the_other_languages(client: Client) -> None:
    html = client.get("/fr/recherche/?q=eau&page=2").content.decode()
    for code, path in (("fr", "/fr/recherche/"), ("nl", "/nl/zoeken/"), ("en", "/en/search/")):
        assert f'hreflang="{code}" href="http://localhost:8000{path}"' in html
        assert f'href="{path}?q=eau&amp;page=2"' in html
    assert 'hreflang="x-default" href="http://localhost:8000/fr/recherche/"' in html
    assert '<link rel="canonical" href="http://localhost:8000/fr/recherche/?page=2">' in html


def test_who_asks_for_nothing_with_a_thousand_fields_is_told_that_there_is_nothing(
    client: Client,
) -> None:
    answer = client.get("/fr/nothing/?" + "page=x&" * 1500)
    assert answer.status_code == 404


def page_in(*languages: str, key: str, slugs: dict[str, str]) -> None:
    texts = {
        code: {"slug": slugs[code], "title": key, "intro": "", "body": []} for code in languages
    }
    keep_page(key, texts)


def test_an_editorial_page_has_alternates_only_where_it_is_written(client: Client) -> None:
    page_in("fr", "nl", key="privacy", slugs={"fr": "vie-privee", "nl": "privacy"})
    html = client.get("/fr/vie-privee/").content.decode()
    assert 'hreflang="nl" href="http://localhost:8000/nl/privacy/"' in html
    assert 'hreflang="en" href="http' not in html
    assert 'href="/en/privacy/"' in html


def test_an_editorial_page_at_its_slug_leads_to_the_other_slug(client: Client) -> None:
    page_in("fr", "nl", key="history", slugs={"fr": "histoire", "nl": "geschiedenis"})
    html = client.get("/fr/histoire/").content.decode()
    assert 'hreflang="nl" href="http://localhost:8000/nl/geschiedenis/"' in html
    assert 'href="/en/histoire/"' in html


def test_a_page_that_is_not_found_leads_home_in_other_languages(client: Client) -> None:
    response = client.get("/fr/rien-de-tel/")
    assert response.status_code == 404
    assert 'rel="alternate" hreflang="nl"' not in response.content.decode()


def test_the_home_page_s_default_is_the_front_door(client: Client) -> None:
    html = client.get("/fr/").content.decode()
    assert 'hreflang="x-default" href="http://localhost:8000/"' in html


def test_the_shell_of_an_anonymous_page_touches_no_session(client: Client, settings: Any) -> None:
    assert "Cookie" not in client.get("/fr/recherche/").get("Vary", "")
