"""A visitor reads what the emergency fund is said to have done and what is documented; a clerk enters a crisis."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Open, Site, signed_in, sound


@pytest.mark.parametrize(
    ("start", "room", "declared", "documented", "crisis", "unknown"),
    [
        (
            "/fr/programme/",
            "Aide d’urgence",
            "pays aidés, selon la déclaration",
            "pays documenté à ce jour",
            "Séisme au Maroc",
            "Aucune source ne dit si le fonds a servi",
        ),
        (
            "/nl/programma/",
            "Noodhulp",
            "geholpen landen, volgens de verklaring",
            "land tot nu toe gedocumenteerd",
            "Aardbeving in Marokko",
            "Geen bron zegt of het fonds werd gebruikt",
        ),
    ],
)
@pytest.mark.parametrize("width", [1280, 320])
def test_a_visitor_sees_the_gap_and_opens_who_says_so(
    open_page: Open,
    *,
    start: str,
    room: str,
    declared: str,
    documented: str,
    crisis: str,
    unknown: str,
    width: int,
) -> None:
    page = open_page(start, width=width)
    page.locator("#rooms + ul").get_by_role("link", name=room, exact=True).click()
    figures = page.locator("dl.figures > div")
    expect(figures.filter(has_text=declared)).to_contain_text("10")
    expect(figures.filter(has_text=documented)).to_contain_text(re.compile(r"\b1\b"))
    evidence = figures.filter(has_text=declared).locator("details")
    evidence.locator("summary").click()
    expect(evidence).to_contain_text("PS-Vooruit")
    sound(page)
    page.get_by_role("link", name=crisis, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(crisis)
    expect(page.locator("main")).to_contain_text(unknown)
    sound(page)


@pytest.mark.parametrize(
    ("language", "told", "save", "saved"),
    [
        ("fr", "doit avoir six chiffres", "Enregistrer", "Enregistré."),
        ("nl", "moet zes cijfers tellen", "Opslaan", "Opgeslagen."),
    ],
)
def test_a_clerk_is_told_how_to_repair_a_glide_number(
    site: Site, open_page: Open, *, language: str, told: str, save: str, saved: str
) -> None:
    page = signed_in(site, open_page, "clerk@demo.jumelage.example", language)
    page.goto(f"{site.address}/desk/registers/crisis/add/")
    page.locator("[name=own-slug]").fill(f"inondations-{language}")
    page.locator("[name=own-title__fr]").fill("Inondations")
    page.locator("[name=own-hazard]").select_option("FL")
    page.locator("[name=own-countries]").select_option(["ES"])
    page.locator("[name=own-start]").fill("2024-10")
    page.locator("[name=own-glides]").fill("FL-2024-199-ESP")
    page.get_by_role("button", name=save, exact=True).click()
    expect(page.locator("main")).to_contain_text(told)
    sound(page)
    # Nothing of what was written is lost.
    expect(page.locator("[name=own-title__fr]")).to_have_value("Inondations")
    page.locator("[name=own-glides]").fill("FL-2024-000199-ESP")
    page.get_by_role("button", name=save, exact=True).click()
    expect(page.locator(".messages")).to_contain_text(saved)
    sound(page)
