"""Somebody visits the site: finds a project, asks who says so, filters, prints, changes language."""

import itertools
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import RULES, Open

# One address per page type, in each language.
PAGES = {
    "fr": [
        "",
        "programme/",
        "partenariats/",
        "partenariats/kinshasa-kimbanseke/",
        "projets/",
        "projets/?theme=water&country=ZZ",
        "projets/?q=inexistant",
        "projets/limpoba/",
        "organisations/",
        "organisations/ville-de-bruxelles/",
        "conseil/",
        "documents/",
        "personnes-en-danger/",
        "personnes-en-danger/raif-badawi/",
        "commerce-equitable/",
        "commerce-equitable/clause/",
        "commerce-equitable/labels/fairtrade-max-havelaar/",
        "quinzaine/",
        "quinzaine/2021/",
        "quinzaine/activites/lancement-2024/",
        "urgence/",
        "urgence/seisme-maroc-2023/",
        "contact/",
        "accessibilite/",
        "vie-privee/",
        "mentions-legales/",
    ],
    "nl": [
        "",
        "programma/",
        "partnerschappen/",
        "partnerschappen/labe/",
        "projecten/",
        "projecten/eau-labe/",
        "organisaties/",
        "organisaties/brissi/",
        "raad/",
        "documenten/",
        "personen-in-gevaar/",
        "personen-in-gevaar/vahid-afkari/",
        "eerlijke-handel/",
        "eerlijke-handel/clausule/",
        "eerlijke-handel/labels/spp/",
        "veertiendaagse/",
        "veertiendaagse/activiteiten/lancement-2024/",
        "noodhulp/",
        "noodhulp/seisme-maroc-2023/",
        "toegankelijkheid/",
    ],
    "en": [
        "",
        "programme/",
        "partnerships/",
        "partnerships/casablanca/",
        "projects/",
        "projects/afpk/",
        "organisations/",
        "organisations/chu-saint-pierre/",
        "council/",
        "documents/",
        "people-at-risk/",
        "people-at-risk/hamid-babaei/",
        "fair-trade/",
        "fair-trade/clause/",
        "fair-trade/labels/wfto/",
        "fortnight/",
        "fortnight/events/lancement-2024/",
        "emergency/",
        "emergency/seisme-maroc-2023/",
        "accessibility/",
    ],
}
ALL = [f"/{language}/{path}" for language, paths in PAGES.items() for path in paths]
KILOBYTE = 1_000


@pytest.mark.parametrize(
    ("home", "partnership", "project"),
    [
        ("/fr/", "Bruxelles et Kimbanseke", "Limpoba, avec les familles"),
        ("/nl/", "Brussel en Kimbanseke", "Limpoba, met de gezinnen"),
    ],
)
def test_from_home_to_limpoba_and_to_who_says_so(
    open_page: Open, home: str, partnership: str, project: str
) -> None:
    page = open_page(home)
    page.get_by_role("link", name=re.compile(partnership)).first.click()
    page.get_by_role("link", name=re.compile(project)).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Limpoba")
    cell = page.get_by_role("cell", name=re.compile("197"))
    evidence = cell.locator("details")
    expect(evidence.locator("blockquote, li").first).not_to_be_visible()
    evidence.locator("summary").click()
    expect(evidence.locator("li").first).to_be_visible()
    expect(evidence).to_contain_text("SOS")


def test_two_sources_on_one_area_stand_side_by_side(open_page: Open) -> None:
    page = open_page("/fr/partenariats/kinshasa-kimbanseke/")
    row = page.get_by_role("row", name=re.compile("237"))
    row.locator("summary", has_text="Sudinfo").last.click()
    expect(row).to_contain_text("environ 250 km²")
    expect(row).to_contain_text("Nous montrons le chiffre de la Ville")


def test_filtering_changes_address_and_back_restores(open_page: Open) -> None:
    page = open_page("/fr/projets/")
    rows = page.locator("#results li.row")
    expect(rows).to_have_count(5)
    page.get_by_label("Pays").select_option("MA")
    expect(rows).to_have_count(1)
    expect(page).to_have_url(re.compile(r"/fr/projets/\?country=MA$"))
    expect(page.get_by_role("status")).to_contain_text("1 projet")
    page.get_by_role("button", name="Zoomer", exact=True).click()
    page.get_by_role("link", name=re.compile("Pays")).click()
    expect(rows).to_have_count(5)
    page.go_back()
    expect(rows).to_have_count(1)
    page.go_back()
    expect(rows).to_have_count(5)
    expect(page.get_by_label("Pays")).to_have_value("")


def test_filtering_works_without_javascript(open_page: Open) -> None:
    page = open_page("/nl/projecten/", java_script_enabled=False)
    page.get_by_label("Thema").select_option("water")
    page.get_by_role("button", name="Resultaten tonen").click()
    expect(page).to_have_url(re.compile(r"/nl/projecten/\?theme=water$"))
    expect(page.locator("#results li.row")).to_have_count(1)


def test_the_sheet_is_a_pdf(open_page: Open, address: str) -> None:
    page = open_page("/fr/projets/limpoba/")
    link = page.get_by_role("link", name="Fiche du projet (PDF)").get_attribute("href")
    answer = page.request.get(f"{address}{link}")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body().startswith(b"%PDF-")
    assert b"pdfuaid" in answer.body()
    assert page.request.get(f"{address}{link}").body() == answer.body()


def test_the_switch_leads_to_the_same_page(open_page: Open) -> None:
    page = open_page("/fr/vie-privee/")
    page.get_by_role("link", name="Nederlands").click()
    expect(page).to_have_url(re.compile("/nl/privacy/$"))
    page.goto(page.url.replace("/nl/privacy/", "/nl/projecten/limpoba/?x=1"))
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile("/en/projects/limpoba/"))


@pytest.fixture(scope="module")
def watched(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Pages by width and colours, opened once each: the matrix is large."""
    pages: dict[tuple[int, str], Page] = {}
    said: list[str] = []

    def page_for(width: int, colours: Any) -> Page:
        key = (width, colours)
        if key not in pages:
            view = {"width": width, "height": 900}
            context = browser.new_context(viewport=view, color_scheme=colours)  # type: ignore[arg-type]
            pages[key] = context.new_page()
            pages[key].on("console", lambda message: said.append(message.text))
        return pages[key]

    yield page_for
    for page in pages.values():
        page.context.close()
    assert said == []


@pytest.mark.parametrize("path", ALL)
def test_every_page_is_accessible(watched: Callable[..., Page], address: str, path: str) -> None:
    for width in (1280, 320):
        for colours in ("light", "dark"):
            page = watched(width, colours)
            page.goto(address + path)
            page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
            found = Axe().run(page, options=RULES)
            assert not found.response["violations"], found.generate_report()
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            if (width, colours) == (1280, "light"):
                assert headings_of(page)[0] == 1
                assert no_jump(headings_of(page)), headings_of(page)


def headings_of(page: Page) -> list[int]:
    """The levels of the page's headings inside its main part, in order."""
    script = "[...document.querySelectorAll('main :is(h1,h2,h3,h4)')].map(h => +h.tagName[1])"
    levels: list[int] = page.evaluate(script)
    return levels


def no_jump(levels: list[int]) -> bool:
    deeper = itertools.pairwise(levels)
    return levels.count(1) == 1 and all(after <= before + 1 for before, after in deeper)


SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""


@pytest.mark.parametrize("path", [f"/fr/{path}" for path in PAGES["fr"]])
def test_text_may_grow_and_spread(watched: Callable[..., Page], address: str, path: str) -> None:
    page = watched(1280, "light")
    page.goto(address + path)
    page.evaluate("document.documentElement.setAttribute('data-test', '')")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    page = watched(320, "light")
    page.goto(address + path)
    page.evaluate(SPACING)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", [f"/fr/{path}" for path in PAGES["fr"]])
def test_a_first_visit_is_light_and_asks_nobody_else(
    open_page: Open, address: str, path: str
) -> None:
    page = open_page()
    asked: list[Any] = []
    page.on("requestfinished", lambda request: asked.append(request))  # noqa: PLW0108 - Playwright marks its listeners
    page.goto(address + path, wait_until="networkidle")
    explorer = path.startswith("/fr/projets/") and "limpoba" not in path
    weights = {one.url: max(0, one.sizes()["responseBodySize"]) for one in asked}
    assert all(url.startswith(address) for url in weights)
    assert len(weights) <= (8 if explorer else 6), weights
    assert sum(weights.values()) <= (110 if explorer else 80) * KILOBYTE, weights
    assert weights[address + path] <= 14 * KILOBYTE
