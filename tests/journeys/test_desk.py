"""Staff at the desk: an editor publishes a notice, an administrator sets up another city from nothing."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.factories.files import picture
from tests.journeys.conftest import Open, Site, signed_in, sound

NOTICE = """
from jumelage.city.portfolio.services.keep_announcement import keep_announcement
keep_announcement({slug!r}, {{"text": {{"fr": "Une réunion publique aura lieu."}}, "published": False}})
"""

# Europe and Africa.
CROP = "318,8,400,340"
NAMUR = {
    "Adresse e-mail": "monde@namur.example",
    "Téléphone": "+32 81 00 00 00",
    "Latitude (degrés)": "50.4674",
    "Longitude (degrés)": "4.872",
    # Too light: it is refused.
    "Couleur principale": "#f3b33d",
}
# The Dutch name is forgotten at first.
NAMUR_TEXTS = {
    "Nom de la ville": {"Français": "Ville de Namur"},
    "Titre de la page d’accueil": {
        "Français": "Namur et ses villes amies",
        "Nederlands": "Namen en zijn vriendensteden",
    },
    "Qui répond : nom du service": {
        "Français": "Service Namur Europe",
        "Nederlands": "Dienst Namen Europa",
    },
}
# What is served whether or not a page leads there.
ALWAYS = (
    "/",
    "/fr/",
    "/nl/",
    "/en/",
    "/robots.txt",
    "/sitemap.xml",
    "/fr/nulle-part/",
    "/styleguide/",
)


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
    for label, text in NAMUR.items():
        page.get_by_label(label, exact=True).fill(text)
    for group, texts in NAMUR_TEXTS.items():
        for language, text in texts.items():
            page.get_by_role("group", name=group).get_by_label(language).fill(text)
    page.get_by_label("Pays").select_option("BE")
    page.get_by_label("Partie du monde sur la carte").select_option(CROP)
    logo = {"name": "logo.png", "mimeType": "image/png", "buffer": picture(300, 300, "PNG")}
    for refused, label, repaired in (
        ("Ce texte est nécessaire.", "Nederlands", "Stad Namen"),
        ("son contraste est de", "Couleur principale", "#1d3f8a"),
    ):
        page.get_by_role("button", name="Enregistrer").click()
        expect(page.locator(".desk")).to_contain_text(refused)
        page.get_by_label(label).first.fill(repaired)
    page.get_by_label("Logo").set_input_files(logo)
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.locator(".messages")).to_contain_text("Le site public le montre aussitôt")
    sound(page)
    visitor = open_page()
    assert_is_namur(visitor, empty.address)
    assert told_of_brussels(visitor, empty.address) == {}


def assert_is_namur(visitor: Page, address: str) -> None:
    """The home page in Dutch is Namur's: words, contact, logo, map and colour."""
    visitor.goto(f"{address}/nl/")
    expect(visitor.locator("header").first).to_contain_text("Stad Namen")
    expect(visitor.get_by_role("heading", level=1)).to_contain_text("Namen en zijn vriendensteden")
    for told in ("Dienst Namen Europa", NAMUR["Adresse e-mail"], NAMUR["Téléphone"]):
        expect(visitor.get_by_role("contentinfo")).to_contain_text(told)
    assert visitor.locator("header img.logo").evaluate("(logo) => logo.naturalWidth") > 0
    expect(visitor.locator(f'svg[viewBox="{CROP.replace(",", " ")}"]')).to_be_visible()
    colour = visitor.evaluate(
        "getComputedStyle(document.documentElement).getPropertyValue('--primary')"
    )
    assert colour.strip().upper() == "#1D3F8A"


def told_of_brussels(visitor: Page, address: str) -> dict[str, str]:
    """By path: what a new city's pages still say of the first one, in any language, on the way through all links."""
    found: dict[str, str] = {}
    seen, waiting = set(ALWAYS), list(ALWAYS)
    while waiting:
        path = waiting.pop()
        answer = visitor.request.get(address + path)
        text = answer.text()
        if told := re.search(r".{0,60}bru(?:ss|x)el.{0,60}", text, re.IGNORECASE):
            found[path] = told[0]
        for link in re.findall(r'(?:href|src|action)="(/[^"#?]*)', text):
            if link not in seen and not link.startswith(("/desk/", "/static/")):
                seen.add(link)
                waiting.append(link)
    assert len(seen) > 30, seen
    return found


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
