"""Somebody signs in: by code, with an authenticator app, with a passkey; limits hold; sessions close."""

import re
import time
from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Page, expect

from tests.journeys.conftest import sound

PASSWORD = "jumelage-demo-2026"
Open = Callable[..., Page]


def person(role: str) -> str:
    return f"{role}@demo.jumelage.example"


def sign_in(page: Page, role: str) -> None:
    page.get_by_label("Adresse e-mail").fill(person(role))
    page.get_by_label("Mot de passe", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Se connecter").click()


def confirm(page: Page) -> None:
    """Before something that matters, the password is asked again."""
    page.get_by_label("Mot de passe", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Confirmer").click()


def totp(secret: str) -> str:
    if time.time() % 30 > 25:  # a code that is about to change would be refused
        time.sleep(30 - time.time() % 30)
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def latest_code(open_page: Open) -> str:
    page = open_page("/demo/courrier/")
    page.locator(".rows a").first.click()
    found = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", page.locator("article").inner_text())
    assert found
    return found[0]


def test_by_code_sent_by_mail(open_page: Open) -> None:
    page = open_page("/fr/compte/login/")
    page.get_by_role("link", name="M’envoyer un code").click()
    page.get_by_label("Adresse e-mail").fill(person("applicant"))
    page.get_by_role("button", name="M’envoyer un code").click()
    page.get_by_label("Code").fill(latest_code(open_page))
    page.get_by_role("button", name="Continuer").click()
    expect(page).to_have_url(re.compile("/fr/compte/$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Association candidate")


def test_a_clerk_sets_up_an_app_then_signs_in_with_it(  # noqa: PLR0915 - one journey
    open_page: Open, address: str
) -> None:
    page = open_page("/fr/compte/login/")
    sign_in(page, "clerk")
    page.goto(f"{address}/fr/compte/assistance/")
    expect(page).to_have_url(re.compile("/mfa/$"))
    expect(page.get_by_text("Votre rôle demande un second facteur.")).to_be_visible()
    page.get_by_role("link", name="Configurer une application").click()
    confirm(page)
    secret = page.locator("code").inner_text().replace(" ", "")
    page.get_by_label("Code").fill(totp(secret))
    page.get_by_role("button", name="Activer").click()
    expect(page.get_by_role("heading", name="Codes de secours")).to_be_visible()
    recovery = page.locator(".codes li").first.inner_text()
    page.goto(f"{address}/fr/compte/assistance/")
    expect(page).to_have_url(re.compile("/assistance/$"))

    other = open_page("/fr/compte/login/")
    sign_in(other, "clerk")
    expect(other.get_by_role("heading", name="Deuxième étape")).to_be_visible()
    other.get_by_label("Code").fill("000000")
    other.get_by_role("button", name="Se connecter").click()
    expect(other).to_have_title(re.compile("^Erreur\u00a0:"))
    time.sleep(30 - time.time() % 30)
    other.get_by_label("Code").fill(totp(secret))
    other.get_by_role("button", name="Se connecter").click()
    expect(other).to_have_url(re.compile("/fr/compte/$"))

    third = open_page("/fr/compte/login/")
    sign_in(third, "clerk")
    third.get_by_label("Code").fill(recovery)
    third.get_by_role("button", name="Se connecter").click()
    expect(third).to_have_url(re.compile("/fr/compte/$"))

    page.goto(f"{address}/fr/compte/sessions/")
    expect(page.get_by_text("Cet appareil")).to_have_count(1)
    page.get_by_role("button", name="Fermer toutes les autres").click()
    expect(page.locator(".rows > li")).to_have_count(1)
    other.reload()
    expect(other).to_have_url(re.compile("/login/"))


def test_with_a_passkey(open_page: Open, address: str) -> None:
    page = open_page("/fr/compte/login/")
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    sign_in(page, "editor")
    page.goto(f"{address}/fr/compte/mfa/")
    page.get_by_role("link", name="Ajouter une clé d’accès").click()
    confirm(page)
    page.get_by_label("Nom de cette clé d’accès").fill("Ordinateur du bureau")
    page.get_by_role("button", name="Créer la clé d’accès").click()
    expect(page.get_by_role("heading", name="Codes de secours")).to_be_visible()
    page.goto(f"{address}/fr/compte/mfa/webauthn/")
    expect(page.get_by_role("heading", name="Ordinateur du bureau")).to_be_visible()

    page.goto(f"{address}/fr/compte/logout/")
    page.get_by_role("button", name="Se déconnecter").click()
    page.get_by_role("button", name="Utiliser une clé d’accès").click()
    expect(page).to_have_url(re.compile("/fr/compte/$"))
    expect(page.get_by_role("definition").filter(has_text="Configuré")).to_be_visible()

    page.goto(f"{address}/fr/compte/logout/")
    page.get_by_role("button", name="Se déconnecter").click()
    sign_in(page, "editor")
    page.get_by_role("button", name="Utiliser une clé d’accès").click()
    expect(page).to_have_url(re.compile("/fr/compte/$"))


def test_a_device_that_says_no_is_answered_in_words(open_page: Open) -> None:
    page = open_page("/fr/compte/login/")
    page.evaluate("() => { navigator.credentials.get = async () => { throw new Error('no'); }; }")
    page.get_by_role("button", name="Utiliser une clé d’accès").click()
    expect(page.get_by_text("La clé d’accès n’a pas servi.")).to_be_visible()


def test_without_javascript_a_code_still_opens(open_page: Open) -> None:
    page = open_page("/nl/account/login/", locale="nl-BE", java_script_enabled=False)
    expect(page.get_by_role("button", name="Een toegangssleutel gebruiken")).to_be_hidden()
    page.get_by_role("link", name="Stuur mij een code").click()
    page.get_by_label("E-mailadres").fill(person("partner"))
    page.get_by_role("button", name="Stuur mij een code").click()
    page.get_by_label("Code").fill(latest_code(open_page))
    page.get_by_role("button", name="Doorgaan").click()
    expect(page).to_have_url(re.compile("/nl/account/"))


def test_mistakes_are_shown_where_one_looks(open_page: Open) -> None:
    page = open_page("/fr/compte/login/")
    page.get_by_role("button", name="Se connecter").click()
    expect(page).to_have_title(re.compile("^Erreur\u00a0:"))
    expect(page.locator(".summary-err")).to_be_focused()
    page.locator(".summary-err a").first.click()
    expect(page.get_by_label("Adresse e-mail")).to_be_focused()


def test_limits_hold_over_both_server_processes(open_page: Open) -> None:
    page = open_page("/fr/compte/login/")
    for _ in range(6):
        page.get_by_label("Adresse e-mail").fill(person("finance"))
        page.get_by_label("Mot de passe", exact=True).fill("not this one, not at all")
        page.get_by_role("button", name="Se connecter").click()
    expect(page.get_by_text("Trop d’essais").first).to_be_visible()
    sign_in(page, "finance")
    expect(page.get_by_text("Trop d’essais").first).to_be_visible()


@pytest.mark.parametrize(
    ("language", "scheme", "width"),
    [("fr", "light", 1280), ("nl", "dark", 320), ("en", "light", 320)],
)
def test_every_page_is_accessible(
    open_page: Open, address: str, language: str, scheme: str, width: int
) -> None:
    home = f"/{language}/{'compte' if language == 'fr' else 'account'}/"
    page = open_page(home + "login/", width=width, locale=language, color_scheme=scheme)
    sound(page)
    page.locator("form.form button.btn").first.click()
    page.locator(".summary-err").wait_for()
    sound(page)
    page.locator("#id_login").fill(person("applicant"))
    page.locator("#id_password").fill(PASSWORD)
    page.locator("form.form button.btn").first.click()
    page.wait_for_url(address + home)
    sound(page)
    for path in ("mfa/", "sessions/", "email/", "mfa/totp/activate/"):
        page.goto(address + home + path)
        sound(page)
    page.locator("#id_password").fill(PASSWORD)
    page.locator("form.form button.btn").first.click()
    page.locator(".qr").wait_for()
    sound(page)
    for path in (f"{home}mfa/webauthn/add/", "/demo/courrier/"):
        page.goto(address + path)
        sound(page)
