"""A clerk keeps suppliers' certificates: one expires in 20 days, and the clerk is reminded."""

from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.factories.files import pdf
from tests.journeys.conftest import Open, Site, signed_in, sound

CLERK = "clerk@demo.jumelage.example"
WORDS = {
    "fr": {
        "add": "Ajouter un certificat",
        "refused": "Le certificat finit le",
        "left": "20 jours",
        "waits": "Certificats de fournisseurs qui expirent bientôt",
        "clause": "/fr/commerce-equitable/clause/",
        "write": "Écrire la clause",
        "ready": "Votre clause",
        "alone": "L’article 54 vous oblige à accepter",
    },
    "nl": {
        "add": "Een certificaat toevoegen",
        "refused": "Het certificaat eindigt op",
        "left": "20 dagen",
        "waits": "Certificaten van leveranciers die binnenkort verlopen",
        "clause": "/nl/eerlijke-handel/clausule/",
        "write": "De clausule schrijven",
        "ready": "Uw clausule",
        "alone": "Artikel 54 verplicht u",
    },
}


def letters(site: Site) -> list[str]:
    """The mails that the site sent to the clerk, in words."""
    site.run("db_worker", "--batch")
    files = [path for path in (site.data / "mails").glob("*") if path.is_file()]
    mails = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in files]
    return [mail.get_body().get_content() for mail in mails if CLERK in mail["To"]]  # type: ignore[union-attr]


def fill(page: Page, **values: str) -> None:
    for name, value in values.items():
        page.locator(f"[name={name}]").fill(value)


def sent(page: Page, button: str) -> None:
    """Press, and look at what comes."""
    page.get_by_role("button", name=button).click()
    sound(page)


def enter(site: Site, page: Page, words: dict[str, str], number: str) -> None:
    """From the list to the certificate, with a refusal on the way."""
    today = datetime.now(UTC).astimezone(ZoneInfo("Europe/Brussels")).date()
    ends = today + timedelta(days=20)
    page.goto(f"{site.address}/desk/certificates/")
    sound(page)
    page.get_by_role("link", name=words["add"]).click()
    sound(page)
    for name in ("supplier", "mark"):
        page.locator(f"[name={name}]").select_option(index=1)
    fill(page, number=number, scope="Café", valid_from=str(ends), valid_until=str(today))
    sent(page, words["add"])
    expect(page.get_by_role("alert")).to_contain_text(words["refused"])
    expect(page.locator("[name=scope]")).to_have_value("Café")
    fill(page, valid_from=str(today), valid_until=str(ends))
    file = {"name": "certificate.pdf", "mimeType": "application/pdf", "buffer": pdf("Certificate")}
    page.locator("[name=file]").set_input_files(file)
    sent(page, words["add"])
    expect(page.locator(".desk-state").first).to_contain_text(words["left"])


@pytest.mark.parametrize(("language", "width"), [("fr", 1280), ("nl", 320)])
def test_a_clerk_adds_a_certificate_that_expires_in_20_days_and_is_reminded(
    site: Site, open_page: Open, language: str, width: int
) -> None:
    words, number = WORDS[language], f"FLO-{language}-1"
    page = signed_in(site, open_page, CLERK, language, width=width)
    enter(site, page, words, number)
    address = page.url
    for act in ("change/", "check/"):
        page.goto(address + act)
        sound(page)
        page.locator(".desk-form button").last.click()
        sound(page)
    page.goto(f"{site.address}/desk/")
    expect(page.locator("main")).to_contain_text(words["waits"])
    for _night in range(2):
        site.run("remind_certificates")
        assert len([letter for letter in letters(site) if number in letter]) == 1
    page.goto(address)
    expect(page.locator("#reminders + ul > li")).to_have_count(1)


@pytest.mark.parametrize(("language", "width"), [("fr", 320), ("nl", 1280)])
def test_a_buyer_writes_a_clause_after_a_refusal(
    open_page: Open, language: str, width: int
) -> None:
    words = WORDS[language]
    page = open_page(words["clause"], width=width, locale=f"{language}-BE")
    sound(page)
    page.locator("[name=mark]").select_option("fair-wear")
    page.locator(f"[name=subject_{language}]").fill("kledij vêtements")
    page.locator(f"[name=requirements_{language}]").fill("Geen dwangarbeid")
    page.locator(f"[name=link_{language}]").fill("kledij vêtements")
    page.get_by_role("button", name=words["write"]).click()
    expect(page.locator("main")).to_contain_text(words["alone"])
    sound(page)
    page.locator("[name=or_equivalent]").check()
    page.get_by_role("button", name=words["write"]).click()
    expect(page.get_by_role("heading", name=words["ready"])).to_be_visible()
    sound(page)
