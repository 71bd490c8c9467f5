"""A clerk enters a paper file, registers it, and sees a likely double with its reason."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.factories.files import pdf
from tests.journeys.conftest import Open, Site, signed_in, sound

CLERK = "clerk@demo.jumelage.example"
WORDS = {
    "fr": {
        "enter": "Encoder une demande papier",
        "missing": "Certains champs demandent votre attention",
        "kept": "L’original est conservé",
        "register": "Enregistrer la demande",
        "registered": "Enregistrée.",
        "paper": "Sur papier",
        "organisation": "Les Voisins du Samedi",
        "search": "Rechercher",
        "doubles": "Doublons probables",
        "reason": "Même compte bancaire",
        "say": "Dire ce que vous avez vu",
        "because": "Dire si c’est un doublon",
    },
    "nl": {
        "enter": "Een aanvraag op papier invoeren",
        "missing": "Sommige velden vragen uw aandacht",
        "kept": "Het origineel is bewaard",
        "register": "De aanvraag registreren",
        "registered": "Geregistreerd.",
        "paper": "Op papier",
        "organisation": "De Buren van Zaterdag",
        "search": "Zoeken",
        "doubles": "Waarschijnlijke dubbels",
        "reason": "Zelfde bankrekening",
        "say": "Zeggen wat u zag",
        "because": "Zeggen of het een dubbel is",
    },
}


@pytest.fixture(scope="module")
def filled(site: Site) -> Site:
    """The site with fictional applications, the thirteenth of which has the account of the twelfth."""
    site.run("demo_applications", "--count", "14", "--deposited-share", "1")
    return site


def _narrow(page: Page) -> None:
    """The same page on a telephone."""
    page.set_viewport_size({"width": 320, "height": 900})
    sound(page)
    page.set_viewport_size({"width": 1280, "height": 900})


def _write(page: Page, language: str, organisation: str) -> None:
    """What the clerk writes down, and the scan."""
    page.locator("[name=track]").select_option("2027:cooperation")
    page.locator("[name=channel][value=paper]").check()
    arrived = dt.datetime.now(tz=ZoneInfo("Europe/Brussels")) - dt.timedelta(minutes=1)
    page.locator("[name=arrived_at]").fill(arrived.strftime("%Y-%m-%dT%H:%M:%S"))
    page.locator("[name=original]").set_input_files(
        {"name": "scan.pdf", "mimeType": "application/pdf", "buffer": pdf("The original")}
    )
    page.locator(f"[name=language][value={language}]").check()
    page.locator("[name=legal_form]").select_option("de_facto")
    page.locator("[name=name]").fill(organisation)
    page.locator("[name=sender_email]").fill("aicha@jumelage.example")


def _register(page: Page, words: dict[str, str]) -> None:
    """Type a title, then register what came as it is."""
    page.locator(".steps a").first.click()
    page.locator("[name=f-title]").fill("Un four à pain")
    page.locator("button[name=next]").click()
    page.wait_for_url(re.compile("people"))
    page.goto(page.url.partition("section/")[0])
    page.get_by_role("link", name=words["register"]).click()
    sound(page)
    _narrow(page)
    page.locator("[name=signed]").check()
    page.get_by_role("button", name=words["register"]).click()
    expect(page.locator("body")).to_contain_text(words["registered"])
    expect(page.locator("main")).to_contain_text(words["paper"])
    sound(page)


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_a_clerk_enters_a_paper_file(filled: Site, open_page: Open, language: str) -> None:
    words = WORDS[language]
    page = signed_in(filled, open_page, CLERK, language)
    page.goto(f"{filled.address}/desk/applications/")
    sound(page)
    page.emulate_media(color_scheme="dark")
    sound(page)
    page.emulate_media(color_scheme="light")
    _narrow(page)
    page.get_by_role("link", name=words["enter"]).click()
    sound(page)
    page.locator("[name=sender]").fill("Aïcha Diallo")
    page.get_by_role("button", name=words["enter"]).click()
    expect(page.locator("main")).to_contain_text(words["missing"])
    sound(page)
    _narrow(page)
    # Nothing of what was written is lost.
    expect(page.locator("[name=sender]")).to_have_value("Aïcha Diallo")
    _write(page, language, words["organisation"])
    page.get_by_role("button", name=words["enter"]).click()
    expect(page.locator("main")).to_contain_text(words["kept"])
    sound(page)
    _register(page, words)


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_a_clerk_sees_a_double_with_its_reason(
    filled: Site, open_page: Open, language: str
) -> None:
    words = WORDS[language]
    page = signed_in(filled, open_page, CLERK, language)
    page.goto(f"{filled.address}/desk/applications/")
    page.locator("[name=text]").fill("École fictive 13")
    page.get_by_role("button", name=words["search"]).last.click()
    page.locator(".desk-scroll tbody th a").first.click()
    page.get_by_role("link", name=words["doubles"]).click()
    expect(page.locator(".desk-scroll tbody tr")).to_have_count(1)
    expect(page.locator(".desk-scroll tbody tr")).to_contain_text(words["reason"])
    sound(page)
    _narrow(page)
    page.locator(".desk-scroll tbody td").last.get_by_role("link").click()
    sound(page)
    page.locator("[name=note]").fill("")
    page.get_by_role("button", name=words["because"]).click()
    expect(page.get_by_role("alert")).to_be_visible()
    sound(page)
    page.locator("[name=note]").fill(f"Deux écoles, un comptable ({language}).")
    page.get_by_role("button", name=words["because"]).click()
    expect(page.locator(".desk-scroll tbody tr")).to_contain_text(f"un comptable ({language})")
    sound(page)
