"""Staff at the desk: an editor publishes a notice, an administrator sets up another city from nothing."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Open, Site, signed_in, sound

NOTICE = """
from jumelage.city.portfolio.services.keep_announcement import keep_announcement
keep_announcement({slug!r}, {{"text": {{"fr": "Une réunion publique aura lieu."}}, "published": False}})
"""


@pytest.mark.parametrize(
    ("language", "publish", "refused", "save", "withdraw"),
    [
        ("fr", "Publier", "Il manque : Texte (Nederlands)", "Enregistrer", "Retirer du site"),
        ("nl", "Publiceren", "Er ontbreekt: Tekst (Nederlands)", "Opslaan", "Van de website halen"),
    ],
)
def test_an_editor_is_stopped_for_a_missing_dutch_text_and_completes_it(
    site: Site,
    open_page: Open,
    *,
    language: str,
    publish: str,
    refused: str,
    save: str,
    withdraw: str,
) -> None:
    slug = f"reunion-{language}"
    site.run("shell", "-c", NOTICE.format(slug=slug))
    page = signed_in(site, open_page, "editor@demo.jumelage.example", language)
    page.goto(f"{site.address}/desk/registers/announcement/record/{slug}/")
    page.get_by_role("button", name=publish, exact=True).click()
    expect(page.locator(".messages")).to_contain_text(refused)
    page.get_by_label("Nederlands").fill("Er komt een openbare vergadering.")
    page.get_by_role("button", name=save, exact=True).click()
    page.get_by_role("button", name=publish, exact=True).click()
    expect(page.get_by_role("button", name=withdraw)).to_be_visible()


@pytest.fixture
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site that knows nobody and nothing."""
    site = Site(tmp_path_factory.mktemp("empty"))
    site.run("migrate", "-v0")
    site.run("collectstatic", "--noinput", "-v0")
    site.run("first_administrator", "chef@namur.example")
    server = site.serve()
    yield site
    server.terminate()
    server.wait(30)


def test_an_administrator_sets_up_another_city_from_nothing(empty: Site, open_page: Open) -> None:
    page = signed_in(empty, open_page, "chef@namur.example", "fr")
    page.goto(f"{empty.address}/desk/")
    page.get_by_role("link", name="Préparer le site").click()
    name = page.get_by_role("group", name="Nom de la ville")
    name.get_by_label("Français").fill("Ville de Namur")
    title = page.get_by_role("group", name="Titre de la page d’accueil")
    title.get_by_label("Français").fill("Namur et ses villes amies")
    title.get_by_label("Nederlands").fill("Namen en zijn vriendensteden")
    page.get_by_label("Couleur principale").fill("#f3b33d")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.locator(".desk")).to_contain_text("Ce texte est nécessaire.")
    name.get_by_label("Nederlands").fill("Stad Namen")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.locator(".desk")).to_contain_text("son contraste est de")
    page.get_by_label("Couleur principale").fill("#1d3f8a")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.locator(".messages")).to_contain_text("Le site public le montre aussitôt")
    visitor = open_page()
    visitor.goto(f"{empty.address}/nl/")
    expect(visitor.locator("header").first).to_contain_text("Stad Namen")
    expect(visitor.get_by_role("heading", level=1)).to_contain_text("Namen en zijn vriendensteden")
    colour = visitor.evaluate(
        "getComputedStyle(document.documentElement).getPropertyValue('--primary')"
    )
    assert colour.strip().upper() == "#1D3F8A"
    assert "Brussel" not in visitor.content()


PAGES = (
    "/desk/",
    "/desk/registers/project/",
    "/desk/registers/project/add/",
    "/desk/registers/project/record/limpoba/",
    "/desk/registers/project/record/limpoba/history/",
    "/desk/languages/",
    "/desk/set-up/",
    "/desk/work/",
)


@pytest.mark.parametrize(("language", "width"), [("fr", 1280), ("nl", 320)])
def test_the_desk_is_accessible_and_asks_no_third_party(
    site: Site, open_page: Open, language: str, width: int
) -> None:
    page = signed_in(site, open_page, "administrator@demo.jumelage.example", language, width=width)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in PAGES:
        answer = page.goto(site.address + path)
        assert answer
        assert answer.status == 200, path
        sound(page)
    assert [url for url in asked if not url.startswith((site.address, "data:"))] == []
