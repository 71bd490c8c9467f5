"""A clerk builds a form and sees it as applicants do: live with scripts, whole without them."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Open, Site, signed_in, sound

CLERK = "clerk@demo.jumelage.example"
FORM = "/desk/forms/solidarity-call"
WORDS = {
    "fr": {
        "add": "Ajouter une question", "label": "Ville jumelée ?", "saved": "Enregistré.", "publish": "Publier une version",
        "now": "Publier cette version", "done": "est publiée", "yes": "Oui", "partner": "Partenaire local", "check": "Vérifier",
        "line": "Ajouter une ligne", "less": "Retirer", "wrong": "« mille » n’est pas un montant", "balance": "n’est pas en équilibre",
    },
    "nl": {
        "add": "Een vraag toevoegen", "label": "Zusterstad?", "saved": "Opgeslagen.", "publish": "Een versie publiceren",
        "now": "Deze versie publiceren", "done": "is gepubliceerd", "yes": "Ja", "partner": "Lokale partner", "check": "Nakijken",
        "line": "Een regel toevoegen", "less": "Wegnemen", "wrong": "“mille” is geen bedrag", "balance": "is niet in evenwicht",
    },
}  # fmt: skip
LANGUAGES = pytest.mark.parametrize("language", ["fr", "nl"])


@LANGUAGES
def test_a_clerk_adds_a_question_and_publishes(site: Site, open_page: Open, language: str) -> None:
    say = WORDS[language]
    page = signed_in(site, open_page, CLERK, language)
    page.goto(f"{site.address}{FORM}/")
    sound(page)
    page.get_by_role("link", name=say["add"]).first.click()
    for name in ("Français", "Nederlands"):
        page.get_by_label(name, exact=True).fill(f"{say['label']} {name}")
    page.get_by_role("main").locator("button.button").last.click()
    page.locator("#id_limit").fill("80")
    sound(page)
    page.locator(".desk-save button").click()
    expect(page.locator(".messages")).to_contain_text(say["saved"])
    page.get_by_role("link", name=say["publish"]).click()
    expect(page.locator(".desk table")).to_contain_text(say["label"])
    sound(page)
    page.get_by_role("button", name=say["now"]).click()
    expect(page.locator(".messages")).to_contain_text(say["done"])


def preview(page: Page, site: Site, language: str, section: str) -> None:
    page.goto(f"{site.address}{FORM}/preview/?language={language}&section={section}&track=ecm")


@LANGUAGES
def test_questions_come_and_go_while_one_answers(
    site: Site, open_page: Open, language: str
) -> None:
    say = WORDS[language]
    page = signed_in(site, open_page, CLERK, language, width=320)
    preview(page, site, language, "people")
    partner = page.get_by_role("group", name=say["partner"], exact=True)
    expect(partner).to_be_hidden()
    page.get_by_label(say["yes"], exact=True).check()
    expect(partner).to_be_visible()
    page.locator("#f-concerned").fill("e\u0301te\u0301 👩‍🚀")
    expect(page.locator("#f-concerned-count")).to_contain_text("5 / 1500")
    sound(page)
    page.get_by_role("button", name=say["check"]).last.click()
    # What was typed stands there again, with what is left to do.
    expect(page.locator("#f-concerned")).to_have_value("été 👩‍🚀")
    expect(partner).to_be_visible()
    sound(page)


@LANGUAGES
def test_the_budget_adds_up_while_one_types(site: Site, open_page: Open, language: str) -> None:
    say = WORDS[language]
    page = signed_in(site, open_page, CLERK, language)
    preview(page, site, language, "money")
    page.locator("#f-budget-costs-0-cents").fill("1.234,56")
    page.get_by_role("button", name=say["line"]).first.click()
    expect(page.locator("#f-budget-costs-1-category")).to_be_focused()
    page.locator("#f-budget-costs-1-cents").fill("1000")
    expect(page.locator("[data-sum=gap]")).to_contain_text("234,56")
    page.locator("#f-budget-ask_cents").fill("2234,56")
    expect(page.locator("[data-gap]")).to_have_attribute("data-even", "")
    page.get_by_role("button", name=f"{say['less']} ").nth(1).click()
    expect(page.locator("#f-budget-costs-1")).to_have_count(0)
    page.locator("#f-budget-own_cents").fill("mille")
    sound(page)
    page.get_by_role("button", name=say["check"]).last.click()
    expect(page.get_by_role("alert")).to_contain_text(say["wrong"])
    expect(page.locator("#f-budget-own_cents")).to_have_value("mille")
    page.locator("#f-budget-own_cents").fill("0")
    page.get_by_role("button", name=say["check"]).last.click()
    expect(page.get_by_role("alert")).to_contain_text(say["balance"])
    page.get_by_role("alert").get_by_role("link").last.click()
    sound(page)


def test_without_scripts_rows_are_added_and_every_question_is_there(
    site: Site, open_page: Open, browser: Browser
) -> None:
    signed = signed_in(site, open_page, CLERK, "fr")
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(signed.context.cookies())  # type: ignore[arg-type]
    page = context.new_page()
    preview(page, site, "fr", "people")
    expect(page.locator("#f-partner-name")).to_be_visible()
    expect(page.locator(".when").first).to_contain_text("Répondez seulement si")
    preview(page, site, "fr", "work")
    page.locator("#f-activities-0-what").fill("Creuser un puits")
    page.get_by_role("button", name="Ajouter une ligne").click()
    expect(page.locator("#f-activities-0-what")).to_have_value("Creuser un puits")
    page.locator("#f-activities-1-what").fill("Former un comité")
    page.get_by_role("button", name="Retirer").first.click()
    expect(page.locator("#f-activities-0-what")).to_have_value("Former un comité")
    context.close()
