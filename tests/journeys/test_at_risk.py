"""A visitor reads about a person at risk and who says so; an officer enters a release, and the letters follow."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Open, Site, signed_in, sound

OFFICER = "at-risk-officer@demo.jumelage.example"
WORDS = {
    "fr": {
        "programme": "/fr/programme/",
        "room": "Personnes en danger",
        "page": "/fr/personnes-en-danger/vahid-afkari/",
        "open": "Vous pouvez écrire",
        "closed": "Les lettres sont closes",
        "read": "copies conservées des sources",
        "act": "Inscrire un événement",
        "kind": "Libération",
        "correct": "Corriger",
    },
    "nl": {
        "programme": "/nl/programma/",
        "room": "Personen in gevaar",
        "page": "/nl/personen-in-gevaar/vahid-afkari/",
        "open": "U kunt schrijven",
        "closed": "De brieven zijn afgesloten",
        "read": "bewaarde kopieën van de bronnen",
        "act": "Een gebeurtenis invoeren",
        "kind": "Vrijlating",
        "correct": "Verbeteren",
    },
}
# The person as the city's files tell of them, whatever an earlier journey entered.
AS_LOADED = """
from jumelage.programmes.atrisk.models import AdoptedPerson
from jumelage.programmes.atrisk.services.timeline.check_status import check_status
from jumelage.foundation.kernel.partial_dates import PartialDate
from django.utils import timezone
person = AdoptedPerson.every.get(slug="vahid-afkari")
person.events.filter(kind="release").delete()
piece = person.checks.first().claims.get().evidence.first()
evidence = [{"source": piece.source, "value": piece.value, "pinpoint": piece.pinpoint}]
found = {"status": "detained", "date": PartialDate(2025, 4, 14), "until": None, "stored_copy": True}
today = timezone.localdate()
check_status(person, found, evidence=evidence, on=today, today=today, actor=None)
"""
DESK = ("", "event/", "event/arrest-2018/", "check/", "restriction/", "ground/", "image/", "stop/")


def fill_texts(page: Page, *names: str) -> None:
    for name in names:
        for code in ("fr", "nl"):
            page.locator(f"[name={name}_{code}]").fill(f"Essai {name} ({code})")


@pytest.mark.parametrize(("language", "width"), [("fr", 1280), ("nl", 320)])
def test_a_visitor_reads_a_persons_page_and_its_sources(
    site: Site, open_page: Open, language: str, width: int
) -> None:
    site.run("shell", "-c", AS_LOADED)
    words = WORDS[language]
    page = open_page(words["programme"], width=width, locale=f"{language}-BE")
    page.locator("#rooms + ul").get_by_role("link", name=words["room"]).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(words["room"])
    sound(page)
    page.get_by_role("link", name="Vahid Afkari").click()
    expect(page.locator("main")).to_contain_text(words["read"])
    expect(page.get_by_role("heading", name=words["open"])).to_be_visible()
    story = page.locator("#events + .timeline > li")
    assert story.count() == 4
    evidence = story.first.locator("details.evidence")
    evidence.locator("summary").click()
    expect(evidence.get_by_role("link")).to_have_attribute("href", re.compile("amnesty"))
    expect(page.locator("#sources + ol > li").first).to_be_visible()
    assert page.locator("svg.map, .counter").count() == 0
    sound(page)


@pytest.mark.parametrize(("language", "width"), [("fr", 1280), ("nl", 320)])
def test_an_officer_enters_a_release_and_the_letters_close(
    site: Site, open_page: Open, language: str, width: int
) -> None:
    site.run("shell", "-c", AS_LOADED)
    words = WORDS[language]
    visitor = open_page(words["page"], width=width, locale=f"{language}-BE")
    expect(visitor.get_by_role("heading", name=words["open"])).to_be_visible()
    page = signed_in(site, open_page, OFFICER, language, width=width)
    page.goto(f"{site.address}/desk/people-at-risk/vahid-afkari/")
    page.get_by_role("link", name=words["act"], exact=True).click()
    page.locator("[name=kind]").select_option(label=words["kind"])
    page.locator("[name=date]").fill("16/01/2026")
    page.locator("[name=until]").fill("2026-01-17")
    page.locator("[name=source]").select_option(index=1)
    fill_texts(page, "title", "says", "at")
    page.get_by_role("button", name=words["act"]).click()
    expect(page.get_by_role("alert")).to_be_visible()
    sound(page)
    expect(page.locator("[name=title_fr]")).to_have_value("Essai title (fr)")
    page.locator("[name=date]").fill("2026-01-16")
    page.get_by_role("button", name=words["act"]).click()
    expect(page.locator(".messages")).to_be_visible()
    sound(page)
    visitor.reload()
    expect(visitor.get_by_role("heading", name=words["closed"])).to_be_visible()
    expect(visitor.locator("main")).not_to_contain_text(words["open"])
    expect(visitor.locator(".timeline")).to_contain_text(f"Essai title ({language})")
    sound(visitor)


@pytest.mark.parametrize(("language", "width"), [("fr", 320), ("nl", 1280)])
def test_every_page_of_the_files_is_accessible(
    site: Site, open_page: Open, language: str, width: int
) -> None:
    page = signed_in(site, open_page, OFFICER, language, width=width)
    page.goto(f"{site.address}/desk/people-at-risk/")
    sound(page)
    for part in DESK:
        answer = page.goto(f"{site.address}/desk/people-at-risk/vahid-afkari/{part}")
        assert answer
        assert answer.status == 200, part
        sound(page)
        if part:
            page.locator(".desk-form button").last.click()
            sound(page)
