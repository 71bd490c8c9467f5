"""An editor writes a notice, is stopped for a missing Dutch text, completes it; every page of the editor is sound."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Open, Site, signed_in, sound

EDITOR = "editor@demo.jumelage.example"
WORDS = {
    "fr": {
        "save": "Enregistrer",
        "publish": "Publier",
        "withdraw": "Retirer du site",
        "missing": ("Titre (Nederlands)", "Résumé (Nederlands)"),
        "preview": "Aperçu",
        "hidden": "Les visiteurs ne voient pas encore cette page.",
        "versions": "Versions",
        "news": "/fr/actualites/",
    },
    "nl": {
        "save": "Opslaan",
        "publish": "Publiceren",
        "withdraw": "Van de website halen",
        "missing": ("Titel (Nederlands)", "Samenvatting (Nederlands)"),
        "preview": "Voorbeeld",
        "hidden": "Bezoekers zien deze pagina nog niet.",
        "versions": "Versies",
        "news": "/nl/nieuws/",
    },
}
VTT = "WEBVTT\n\n00:05.000 --> 00:02.000\nBonjour\n"


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_an_editor_is_stopped_for_a_missing_dutch_text_and_completes_it(  # noqa: PLR0915 - one walk
    site: Site, open_page: Open, language: str
) -> None:
    words, slug = WORDS[language], f"fontaine-{language}"
    page = signed_in(site, open_page, EDITOR, language)
    page.goto(f"{site.address}/desk/registers/news/")
    page.locator(".desk-actions a").click()
    page.locator("#id_own-slug").fill(slug)
    page.locator("#id_own-title__fr").fill("Une fontaine de plus")
    page.locator("#id_own-summary__fr").fill("Elle coule à la maison des associations.")
    page.locator("#id_own-text__fr").fill("Voir [la loi](https://example.org/loi).")
    page.get_by_role("button", name=str(words["save"]), exact=True).click()
    page.get_by_role("button", name=str(words["publish"]), exact=True).click()
    for field in words["missing"]:
        expect(page.locator(".messages")).to_contain_text(field)
    sound(page)
    page.get_by_role("link", name=str(words["preview"]), exact=True).click()
    expect(page.locator("main")).to_contain_text(str(words["hidden"]))
    sound(page)
    visitor = open_page(f"{words['news']}{slug}/", locale=f"{language}-BE")
    expect(visitor.get_by_role("heading", level=1)).not_to_contain_text("fontaine")
    page.go_back()
    page.locator("#id_own-title__nl").fill("Een fontein erbij")
    page.locator("#id_own-summary__nl").fill("Ze stroomt in het huis van de verenigingen.")
    page.locator("#id_own-text__nl").fill("Zie [de wet](https://example.org/wet).")
    page.get_by_role("button", name=str(words["save"]), exact=True).click()
    page.get_by_role("button", name=str(words["publish"]), exact=True).click()
    expect(page.get_by_role("button", name=str(words["withdraw"]))).to_be_visible()
    page.get_by_role("link", name=str(words["versions"]), exact=True).click()
    expect(page.locator("ins").first).to_contain_text("fontein")
    sound(page)
    visitor.goto(f"{site.address}/nl/nieuws/{slug}/")
    expect(visitor.get_by_role("heading", level=1)).to_contain_text("Een fontein erbij")
    expect(visitor.locator("a[rel~=external]").first).to_contain_text("(externe site)")
    sound(visitor)


@pytest.mark.parametrize(("language", "width"), [("fr", 320), ("nl", 1280)])
def test_the_pages_of_the_editor_are_sound(
    site: Site, open_page: Open, language: str, width: int
) -> None:
    site.run("check_links")
    page = signed_in(site, open_page, EDITOR, language, width=width)
    for path in (
        "/desk/registers/news/",
        "/desk/registers/news/add/",
        "/desk/news/adoption-2022/preview/",
        "/desk/news/adoption-2022/versions/",
        "/desk/links/",
        "/desk/links/?which=out",
        "/desk/registers/redirect/add/",
        "/desk/registers/picture/add/",
        "/desk/registers/video/record/visages-commerce-equitable/",
        "/desk/videos/visages-commerce-equitable/subtitles/",
    ):
        answer = page.goto(site.address + path)
        assert answer
        assert answer.status == 200, path
        sound(page)
    page.locator("#id_vtt").fill(VTT)
    page.locator(".desk-save button").click()
    expect(page.locator(".desk-error")).to_contain_text("3")
    expect(page.locator("#id_vtt")).to_have_value(VTT)
    sound(page)


@pytest.mark.parametrize(("language", "width"), [("fr", 1280), ("nl", 320)])
def test_what_the_editor_publishes_is_sound_for_visitors(
    open_page: Open, address: str, language: str, width: int
) -> None:
    paths = {
        "fr": ("actualites/", "actualites/adoption-2022/", "videos/", "documents/"),
        "nl": ("nieuws/", "nieuws/adoption-2022/", "videos/", "documenten/"),
    }
    page = open_page(locale=f"{language}-BE", width=width)
    for path in (*paths[language], "videos/visages-commerce-equitable/"):
        answer = page.goto(f"{address}/{language}/{path}")
        assert answer
        assert answer.status == 200, path
        sound(page)
