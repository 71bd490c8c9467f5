"""An association applies over two devices and deposits; a colleague is invited and joins. In French and in Dutch.

Then the same with the keyboard alone, and on a telephone without scripts.
"""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.factories.files import pdf
from tests.journeys.conftest import Site, signed_in, sound

Open = Callable[..., Page]

# A call with the small form of the tests, and people, whose schools (but the second's) have a dossier that lacks nothing.
PREPARE = """
from django.utils import timezone
from datetime import timedelta
from jumelage.foundation.accounts.models import User
from jumelage.foundation.kernel.partial_dates import PartialDate
from tests.factories.accounts import UserFactory
from tests.factories.applications import a_call, a_dossier
soon = timezone.localdate() + timedelta(days=30)
given = dict(slug="journey-{language}", opens_on=PartialDate(2020, 1, 1), closes_on=PartialDate(soon.year, soon.month, soon.day))
call = a_call(**given)
for number in range(4):
    user = UserFactory(email=f"journey-{language}-{{number}}@demo.jumelage.example", language="{language}")
    if number != 1:
        a_dossier(user)
"""
NUMBER = re.compile(r"2027-\d{5}-\d{2}")
WORDS = {
    "fr": {
        "start": "/fr/mes-demandes/commencer/journey-fr/",
        "begin": "Commencer",
        "draft": "n’est PAS déposé",
        "saved": "Enregistré à",
        "next": "Enregistrer et continuer",
        "save": "Enregistrer",
        "check": "Vérifier mes réponses et déposer",
        "deposit": "Déposer maintenant",
        "invite": "Envoyer l’invitation",
        "invited": "L’invitation est partie.",
        "join": "Participer",
        "people": "personnes/",
        "offline": "Pas de connexion",
        "restore": "Le remettre dans la page",
        "ready": "Tout est prêt",
    },
    "nl": {
        "start": "/nl/mijn-aanvragen/beginnen/journey-nl/",
        "begin": "Beginnen",
        "draft": "is NIET ingediend",
        "saved": "Opgeslagen om",
        "next": "Opslaan en verdergaan",
        "save": "Opslaan",
        "check": "Mijn antwoorden controleren en indienen",
        "deposit": "Nu indienen",
        "invite": "De uitnodiging versturen",
        "invited": "De uitnodiging is verstuurd.",
        "join": "Meedoen",
        "people": "personen/",
        "offline": "Geen verbinding",
        "restore": "Terugzetten op de pagina",
        "ready": "Alles is klaar",
    },
}


@pytest.fixture(scope="module", autouse=True)
def prepared(site: Site) -> None:
    """An open call and two people, in each language."""
    for language in WORDS:
        site.run("shell", "-c", PREPARE.format(language=language))


def kept(folder: Path, name: str) -> Path:
    """A letter on the device."""
    letter = folder / name
    letter.write_bytes(pdf("Bonjour"))
    return letter


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_an_association_applies_over_two_devices_and_deposits(  # noqa: PLR0915 - one long way
    site: Site, open_page: Open, address: str, language: str, tmp_path: Path
) -> None:
    said = WORDS[language]
    email = f"journey-{language}-0@demo.jumelage.example"

    # On the computer: begin, write, and see it saved without pressing anything.
    computer = signed_in(site, open_page, email, language)
    computer.goto(address + said["start"])
    sound(computer)
    computer.get_by_role("radio").first.check()
    computer.get_by_role("button", name=said["begin"], exact=True).click()
    expect(computer.locator(".standing")).to_contain_text(said["draft"])
    sound(computer)
    mine = computer.url
    computer.goto(f"{mine}section/project/")
    computer.fill("#f-title", "De l’eau")
    expect(computer.locator("[data-saved]")).to_contain_text(said["saved"])
    sound(computer)

    # The line is cut: the text stays on the device, survives the page, and comes back.
    computer.context.set_offline(True)
    computer.fill("#f-summary", "Écrit sans réseau")
    expect(computer.locator("[data-saved]")).to_contain_text(said["offline"])
    computer.context.set_offline(False)
    expect(computer.locator("[data-saved]")).to_contain_text(said["saved"])

    # On the phone: the text is there, and the rest is filled in.
    phone = signed_in(site, open_page, email, language, width=320)
    phone.goto(f"{mine}section/project/")
    expect(phone.locator("#f-summary")).to_have_value("Écrit sans réseau")
    phone.select_option("#f-country", "GN")
    sound(phone)
    phone.get_by_role("button", name=said["next"]).click()
    phone.fill("[name=f-budget-costs-0-cents]", "5000")
    phone.fill("[name=f-budget-costs-0-label]", "Puits")
    phone.select_option("[name=f-budget-costs-0-category]", "staff")
    phone.fill("[name=f-budget-own_cents]", "1000")
    phone.fill("[name=f-budget-ask_cents]", "4000")
    sound(phone)
    phone.get_by_role("button", name=said["next"]).click()
    phone.set_input_files("#f-letter-file", kept(tmp_path, "lettre.pdf"))
    phone.check("#f-true")
    phone.get_by_role("button", name=said["save"], exact=True).click()
    expect(phone.get_by_role("link", name="lettre.pdf")).to_be_visible()
    sound(phone)

    # Nothing is left to do: check, declare, deposit once, keep the receipt.
    phone.goto(mine)
    expect(phone.locator("main")).to_contain_text(said["ready"])
    sound(phone)
    phone.get_by_role("link", name=said["check"]).click()
    sound(phone)
    phone.check("#declaration")
    phone.get_by_role("button", name=said["deposit"]).dblclick()
    expect(phone.locator(".receipt-number")).to_have_text(NUMBER)
    number = phone.locator(".receipt-number").inner_text()
    sound(phone)
    assert (
        phone.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('draft:'))")
        == []
    )
    computer.goto(mine)
    expect(computer.locator(".standing")).to_contain_text(number)
    assert computer.locator(".rows strong").all_inner_texts() == [number]


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_a_colleague_is_invited_and_joins(  # noqa: PLR0915 - one long way
    site: Site, open_page: Open, address: str, language: str
) -> None:
    said = WORDS[language]
    first, second = (f"journey-{language}-{number}@demo.jumelage.example" for number in range(2))
    lead = signed_in(site, open_page, first, language)
    lead.goto(address + said["start"])
    lead.get_by_role("radio").first.check()
    lead.get_by_role("button", name=said["begin"], exact=True).click()
    expect(lead.locator(".standing")).to_contain_text(said["draft"])
    mine = lead.url
    lead.goto(mine + said["people"])
    lead.fill("#id_email", second)
    lead.get_by_role("button", name=said["invite"]).click()
    expect(lead.locator("main")).to_contain_text(said["invited"])
    sound(lead)
    token = (
        site.run(
            "shell",
            "-c",
            "from jumelage.programmes.applications.models import Invitation\n"
            "from jumelage.programmes.applications.queries.people import token_of\n"
            "print('TOKEN', token_of(Invitation.objects.order_by('pk').last()))",
        )
        .split("TOKEN ")[1]
        .split()[0]
    )
    place = "invitation" if language == "fr" else "uitnodiging"
    colleague = signed_in(site, open_page, second, language, width=320)
    colleague.goto(
        f"{address}{said['start'].split('commencer')[0].split('beginnen')[0]}{place}/{token}/"
    )
    sound(colleague)
    colleague.get_by_role("button", name=said["join"]).click()
    expect(colleague).to_have_url(mine)
    # Two people in one question: both texts are kept, and shown.
    lead.goto(f"{mine}section/project/")
    colleague.goto(f"{mine}section/project/")
    lead.fill("#f-title", "Premier")
    expect(lead.locator("[data-saved]")).to_contain_text(said["saved"])
    colleague.fill("#f-title", "Second")
    colleague.locator("[data-saved] [data-link]").click()
    sound(colleague)
    expect(colleague.locator(".two")).to_contain_text("Premier")
    expect(colleague.locator(".two")).to_contain_text("Second")


def reach(page: Page, wanted: Locator, key: str) -> None:
    """Walk with the Tab key until `wanted` has the focus, see that it shows, and press `key` (or type it)."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if wanted.evaluate("(one) => one === document.activeElement"):
            break
    else:
        pytest.fail(f"the keyboard does not lead to {wanted} on {page.url}")
    # An amount shows it on the frame that holds the sign of the euro too.
    around = wanted.evaluate(
        "(one) => [one, one.parentElement].map((it) => getComputedStyle(it).outlineStyle)"
    )
    assert set(around) != {"none"}, f"nothing shows where the keyboard is: {wanted} on {page.url}"
    if key in {"Enter", "Space"}:
        page.keyboard.press(key)
    else:
        page.keyboard.type(key)


def follow(page: Page, wanted: Locator) -> None:
    """Reach what leads to another page, press it, and be there: a pressed key, unlike a click, waits for nothing."""
    with page.expect_navigation():
        reach(page, wanted, "Enter")


def answer(field: Locator, words: str) -> None:
    """Choose or write `words`, once the field is there."""
    one_of = field.evaluate("(one) => one.localName") == "select"
    (field.select_option if one_of else field.fill)(words)


BUDGET = {
    "costs-0-label": "Puits",
    "costs-0-category": "staff",
    "costs-0-cents": "5000",
    "own_cents": "1000",
    "ask_cents": "4000",
}


def test_the_keyboard_alone_leads_to_the_receipt(
    site: Site, open_page: Open, address: str, tmp_path: Path
) -> None:
    said = WORDS["fr"]
    page = signed_in(site, open_page, "journey-fr-2@demo.jumelage.example", "fr")
    onward = page.locator("button[name=next]")
    page.goto(address + said["start"])
    reach(page, page.get_by_role("radio").first, "Space")
    follow(page, page.get_by_role("button", name=said["begin"], exact=True))
    expect(page.locator(".standing")).to_contain_text(said["draft"])
    follow(page, page.locator(".steps a").first)
    for name, words in (("title", "De l’eau"), ("summary", "Un puits"), ("country", "Guinée")):
        reach(page, page.locator(f"#f-{name}"), words)
    follow(page, onward)
    for name, words in BUDGET.items():
        field = page.locator(f"[name=f-budget-{name}]")
        choice = field.locator(f"[value='{words}']").all_inner_texts()
        reach(page, field, choice[0] if choice else words)
    follow(page, onward)
    with page.expect_file_chooser() as chosen:
        reach(page, page.locator("#f-letter-file"), "Enter")
    chosen.value.set_files(kept(tmp_path, "lettre.pdf"))
    reach(page, page.locator("#f-true"), "Space")
    follow(page, onward)
    follow(page, page.get_by_role("link", name=said["check"]))
    reach(page, page.locator("#declaration"), "Space")
    follow(page, page.get_by_role("button", name=said["deposit"]))
    expect(page.locator(".receipt-number")).to_have_text(NUMBER)


def test_a_telephone_without_scripts_leads_to_the_receipt(
    site: Site, open_page: Open, address: str, tmp_path: Path
) -> None:
    said = WORDS["nl"]
    plain = partial(open_page, java_script_enabled=False)
    page = signed_in(site, plain, "journey-nl-2@demo.jumelage.example", "nl", width=320)
    onward = page.locator("button[name=next]")
    page.goto(address + said["start"])
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name=said["begin"], exact=True).click()
    page.locator(".steps a").first.click()
    page.fill("#f-title", "Water")
    page.fill("#f-summary", "Een put")
    page.select_option("#f-country", "GN")
    onward.click()
    for name, words in BUDGET.items():
        answer(page.locator(f"[name=f-budget-{name}]"), words)
    onward.click()
    page.set_input_files("#f-letter-file", kept(tmp_path, "brief.pdf"))
    page.check("#f-true")
    onward.click()
    page.get_by_role("link", name=said["check"]).click()
    page.check("#declaration")
    page.get_by_role("button", name=said["deposit"]).click()
    expect(page.locator(".receipt-number")).to_have_text(NUMBER)
    number = page.locator(".receipt-number").inner_text()
    page.reload()
    expect(page.locator(".receipt-number")).to_have_text(number)
