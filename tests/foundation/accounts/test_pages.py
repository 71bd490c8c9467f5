import json
import re
from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp_auth
from django.core import mail
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from jumelage.foundation.accounts.choices import Act
from jumelage.foundation.accounts.models import User
from jumelage.foundation.accounts.notices import LETTERS, letter
from jumelage.foundation.accounts.phrases import PHRASES
from jumelage.foundation.audit.models import Entry
from tests.factories.accounts import (
    PASSWORD,
    RoleFactory,
    UserFactory,
    factors_of,
    staff_role,
    with_app,
    with_session,
)

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
GUEST_PAGES = [
    "account_login",
    "account_signup",
    "account_request_login_code",
    "account_reset_password",
    "account_inactive",
    "socialaccount_login_cancelled",
    "socialaccount_login_error",
]
OWN_PAGES = [
    "account",
    "mfa_index",
    "usersessions_list",
    "account_email",
    "account_change_password",
    "mfa_list_webauthn",
    "socialaccount_connections",
    "account_logout",
]
GUARDED_PAGES = [
    "account-erasure",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_generate_recovery_codes",
]


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    cache.clear()


@pytest.fixture(autouse=True)
def _no_code_ages(monkeypatch) -> None:
    """The app and the site read one clock that stands still: the half minute of a code never ends on its way."""
    stands = SimpleNamespace(time=lambda: 1_800_000_000.0)
    monkeypatch.setattr(totp_auth, "time", stands)


@pytest.fixture
def client() -> Client:
    return Client(HTTP_HOST="localhost")


def address(name: str, language: str = "fr", **kwargs) -> str:
    with override(language):
        return reverse(name, kwargs=kwargs or None)


def sign_in(client: Client, person: User, password: str = PASSWORD):
    return client.post(address("account_login"), {"login": person.email, "password": password})


def totp(secret: str = SECRET) -> str:
    step = int(totp_auth.time.time()) // 30
    return totp_auth.format_hotp_value(totp_auth.hotp_value(secret, step))


def enter(client: Client, person: User) -> None:
    """Signed in, and just confirmed."""
    sign_in(client, person)
    client.post(address("account_reauthenticate"), {"password": PASSWORD})


def code_in_mail() -> str:
    return re.search(r"^    (\S+)$", mail.outbox[-1].body, re.MULTILINE)[1]


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
@pytest.mark.parametrize("name", GUEST_PAGES)
def test_pages_of_a_guest(client, name, language) -> None:
    page = client.get(address(name, language))
    assert page.status_code == (401 if name == "socialaccount_login_error" else 200)
    assert f'lang="{language}"' in page.content.decode()


@pytest.mark.parametrize("name", OWN_PAGES + GUARDED_PAGES)
def test_pages_of_ones_own(client, name) -> None:
    assert client.get(address(name)).status_code == 302
    person = with_app(UserFactory()) if name == "mfa_generate_recovery_codes" else UserFactory()
    client.force_login(person)
    page = client.get(address(name))
    if name in GUARDED_PAGES:
        assert "/reauthenticate/" in page["Location"]
        client.post(address("account_reauthenticate"), {"password": PASSWORD})
        page = client.get(address(name))
    assert page.status_code == 200
    assert (
        "no-store" in page["Cache-Control"]
        or "no-cache" in page["Cache-Control"]
        or "mfa" in name
        or name.startswith(("usersessions", "social", "account_"))
    )


def test_the_french_and_dutch_addresses_are_localised() -> None:
    assert address("account") == "/fr/compte/"
    assert address("assistance", "nl") == "/nl/account/bijstand/"


def test_sign_in_by_password(client) -> None:
    person = UserFactory()
    assert sign_in(client, person)["Location"] == "/fr/compte/"
    assert person.email in client.get(address("account")).content.decode()


@pytest.mark.parametrize("login", ["nobody@example.org", None])
def test_a_wrong_pair_is_answered_alike(client, login) -> None:
    person = UserFactory()
    answer = client.post(
        address("account_login"), {"login": login or person.email, "password": "no"}
    )
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Erreur\u00a0:" in text
    assert "L’adresse e-mail ou le mot de passe n’est pas correct" in text


def test_mistakes_are_tied_to_their_fields(client) -> None:
    text = client.post(address("account_login"), {}).content.decode()
    assert 'href="#id_login"' in text
    field = next(tag for tag in re.findall("<input[^>]*>", text) if 'id="id_login"' in tag)
    assert 'aria-invalid="true"' in field
    assert "id_login_error" in re.search('aria-describedby="([^"]*)"', field)[1]
    assert 'id="id_login_error"' in text
    assert 'autocomplete="email"' in text
    assert 'autocomplete="current-password"' in text
    assert "placeholder" not in text


def test_five_wrong_passwords_close_the_door(client) -> None:
    person = UserFactory()
    for _ in range(5):
        assert "Trop d’essais" not in sign_in(client, person, "no").content.decode()
    other = Client(HTTP_HOST="localhost", REMOTE_ADDR="192.0.2.9")
    assert "Trop d’essais" in sign_in(other, person).content.decode()


def test_limits_are_counted_where_all_processes_see_them(settings) -> None:
    assert settings.CACHES["default"]["BACKEND"].endswith("DatabaseCache")


def test_an_address_may_not_be_flooded(client) -> None:
    statuses = [client.post(address("account_signup"), {}).status_code for _ in range(21)]
    assert statuses[0] == 422
    assert statuses[-1] == 429


def test_sign_in_by_code(client) -> None:
    person = UserFactory(language="nl")
    client.post(address("account_request_login_code"), {"email": person.email})
    assert mail.outbox[-1].subject == "Uw code om u aan te melden"
    page = client.get(address("account_confirm_login_code"))
    assert "one-time-code" in page.content.decode()
    assert client.post(address("account_confirm_login_code"), {"code": "BAD"}).status_code == 422
    answer = client.post(address("account_confirm_login_code"), {"code": code_in_mail()})
    assert answer["Location"] == "/fr/compte/"


def test_an_unknown_address_gets_the_same_page_and_another_letter(client) -> None:
    answer = client.post(address("account_request_login_code"), {"email": "new@example.org"})
    assert answer["Location"] == address("account_confirm_login_code")
    assert mail.outbox[-1].subject == "Aucun compte n’existe pour cette adresse"
    assert "/fr/compte/signup/" in mail.outbox[-1].body


def test_sign_up_checks_the_address(client) -> None:
    given = {"name": "Zoé", "email": "Zoe@example.org", "password1": ""}
    answer = client.post(address("account_signup", "nl"), given)
    assert answer["Location"] == address("account_email_verification_sent", "nl")
    assert client.get(address("account")).status_code == 302
    assert client.get(answer["Location"]).status_code == 200
    done = client.post(answer["Location"], {"code": code_in_mail()})
    assert done.status_code == 302
    person = User.objects.get(email="zoe@example.org")
    assert (person.name, person.language, person.is_staff) == ("Zoé", "nl", False)
    assert client.get(address("account")).status_code == 200
    assert "accounts.signed-up" in Entry.objects.values_list("act", flat=True)


def test_a_robot_that_fills_every_field_opens_nothing(client) -> None:
    given = {"name": "R", "email": "r@example.org", "password1": "", "website": "spam"}
    client.post(address("account_signup"), given)
    assert not User.objects.exists()
    assert mail.outbox == []


def test_a_second_sign_up_tells_only_the_owner(client) -> None:
    person = UserFactory()
    answer = client.post(address("account_signup"), {"name": "X", "email": person.email})
    assert answer["Location"] == address("account_email_verification_sent")
    assert mail.outbox[-1].subject == "Vous avez déjà un compte"


def test_a_short_password_is_refused(client) -> None:
    given = {"name": "X", "email": "x@example.org", "password1": "short"}
    answer = client.post(address("account_signup"), given)
    assert answer.status_code == 422
    assert "12" in answer.content.decode()


def test_a_new_password_by_code(client) -> None:
    person = UserFactory()
    client.post(address("account_reset_password"), {"email": person.email})
    page = client.post(address("account_confirm_password_reset_code"), {"code": code_in_mail()})
    new = {"password1": "quatre mots bien choisis", "password2": "quatre mots bien choisis"}
    assert client.get(page["Location"]).status_code == 200
    client.post(page["Location"], new)
    assert User.objects.get().check_password(new["password1"])
    assert mail.outbox[-1].subject == "Votre mot de passe a changé"
    assert client.get(address("account_password_reset_completed")).status_code == 200
    assert Entry.objects.filter(act="accounts.password-reset", actor=str(person.pk)).exists()


def test_staff_are_led_to_a_second_factor_and_nowhere_else(client) -> None:
    client.force_login(UserFactory(roles=[staff_role()]))
    for blocked in ("assistance", "home", "account-session-end"):
        where = address(blocked, **({"number": 1} if blocked == "account-session-end" else {}))
        answer = client.get(where)
        assert answer.status_code == (405 if blocked == "account-session-end" else 302)
        if answer.status_code == 302:
            assert answer["Location"] == address("mfa_index")
    for name in ("account", "mfa_index", "account_logout"):
        assert client.get(address(name)).status_code == 200
    assert (
        "Votre rôle demande un second facteur" in client.get(address("mfa_index")).content.decode()
    )


def test_others_are_not_held_up(client) -> None:
    client.force_login(UserFactory(roles=[RoleFactory(code="applicant")]))
    assert client.get(address("sent-mails")).status_code == 404
    client.force_login(with_app(UserFactory(roles=[staff_role()])))
    assert client.get(address("assistance")).status_code == 403


def test_the_second_factor_is_asked_after_the_password(client) -> None:
    person = with_app(UserFactory(), secret=SECRET)
    assert sign_in(client, person)["Location"] == address("mfa_authenticate")
    assert client.get(address("account")).status_code == 302
    assert client.get(address("mfa_authenticate")).status_code == 200
    assert client.post(address("mfa_authenticate"), {"code": "000000"}).status_code == 422
    client.post(address("mfa_authenticate"), {"code": totp()})
    assert client.get(address("account")).status_code == 200


def test_a_recovery_code_works_once(client) -> None:
    person = with_app(UserFactory())
    code = person.authenticator_set.get(type="recovery_codes").wrap().get_unused_codes()[0]
    sign_in(client, person)
    client.post(address("mfa_authenticate"), {"code": code})
    assert client.get(address("account")).status_code == 200
    again = Client(HTTP_HOST="localhost")
    sign_in(again, person)
    assert again.post(address("mfa_authenticate"), {"code": code}).status_code == 422


@pytest.mark.django_db(transaction=True)
def test_setting_up_an_app_is_journaled_and_kept_secret(client) -> None:
    person = UserFactory()
    enter(client, person)
    page = client.get(address("mfa_activate_totp"))
    secret = page.context["form"].secret
    answer = client.post(address("mfa_activate_totp"), {"code": totp(secret)})
    assert answer["Location"] == address("mfa_view_recovery_codes")
    assert factors_of(person) == {"totp", "recovery_codes"}
    assert secret not in json.dumps(person.authenticator_set.get(type="totp").data)
    assert client.get(answer["Location"]).status_code == 200
    assert Entry.objects.filter(act="accounts.second-factor-added").exists()
    assert "Une application d’authentification protège votre compte" in [
        m.subject for m in mail.outbox
    ]
    assert client.get(address("mfa_deactivate_totp")).status_code == 200
    client.post(address("mfa_deactivate_totp"))
    assert "totp" not in factors_of(person)


def test_a_passkey_is_renamed_and_removed(client) -> None:
    person = UserFactory()
    key = Authenticator.objects.create(
        user=person, type="webauthn", data={"name": "Phone", "credential": {}}
    )
    client.force_login(person)
    client.post(address("account_reauthenticate"), {"password": PASSWORD})
    for name in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        assert client.get(address(name, pk=key.pk)).status_code == 200
    client.post(address("mfa_edit_webauthn", pk=key.pk), {"name": "Old phone"})
    assert "Old phone" in client.get(address("mfa_list_webauthn")).content.decode()
    client.post(address("mfa_remove_webauthn", pk=key.pk))
    assert factors_of(person) == set()
    assert Entry.objects.filter(act="accounts.second-factor-removed").exists()


def test_a_person_changes_name_and_language(client) -> None:
    person = UserFactory()
    client.force_login(person)
    assert client.post(address("account"), {"name": ""}).status_code == 422
    client.post(address("account"), {"name": "Nouveau", "language": "nl"})
    assert User.objects.get().language == "nl"


def test_a_session_is_closed_from_the_list(client) -> None:
    person = UserFactory()
    sign_in(client, person)
    with_session(person)
    other = person.usersession_set.get(ip="192.0.2.1")
    end = address("account-session-end", number=other.pk)
    assert client.get(address("usersessions_list")).status_code == 200
    client.post(end)
    page = client.post(end, follow=True).content.decode()
    assert "déjà fermée" in page
    assert person.usersession_set.count() == 1


def test_the_export_asks_who_is_there_then_downloads(client) -> None:
    person = UserFactory()
    sign_in(client, person)
    assert client.get(address("account-export")).status_code == 405
    assert "/reauthenticate/" in client.post(address("account-export"))["Location"]
    answer = client.post(
        address("account_reauthenticate"),
        {"password": PASSWORD, "next": address("account-export")},
    )
    assert answer["Content-Disposition"].startswith('attachment; filename="jumelage-')
    assert json.loads(answer.content)["account"]["email"] == person.email


def test_erasure_asks_once_more(client) -> None:
    person = UserFactory()
    enter(client, person)
    assert client.post(address("account-erasure"), {}).status_code == 422
    done = client.post(address("account-erasure"), {"sure": "on"})
    assert "Votre compte est effacé" in done.content.decode()
    assert client.get(address("account")).status_code == 302
    assert not User.objects.get(pk=person.pk).is_active


def test_erasure_of_the_last_administrator_is_refused_in_words(client) -> None:
    person = with_app(UserFactory(roles=[staff_role("administrator")]), SECRET)
    sign_in(client, person)
    client.post(address("mfa_authenticate"), {"code": totp()})
    client.post(address("account_reauthenticate"), {"password": PASSWORD})
    page = client.post(address("account-erasure"), {"sure": "on"})
    assert page.status_code == 422
    assert "Donnez ce rôle" in page.content.decode()


@pytest.fixture
def clerk(client) -> User:
    person = with_app(UserFactory(roles=[staff_role("clerk", Act.RESET_SECOND_FACTOR)]), SECRET)
    sign_in(client, person)
    client.post(address("mfa_authenticate"), {"code": totp()})
    client.post(address("account_reauthenticate"), {"password": PASSWORD})
    return person


def test_a_clerk_helps_somebody(client, clerk, django_capture_on_commit_callbacks) -> None:
    person = with_app(UserFactory())
    assert client.get(address("assistance")).status_code == 200
    unknown = client.post(address("assistance"), {"email": "no@example.org"})
    assert "Aucun compte" in unknown.content.decode()
    found = client.post(address("assistance"), {"email": person.email})
    assert person.name in found.content.decode()
    asked = {"email": person.email, "reason": "lost"}
    assert client.post(address("assistance-reset"), asked).status_code == 422
    with django_capture_on_commit_callbacks(execute=True):
        done = client.post(address("assistance-reset"), asked | {"sure": "on"})
    assert done["Location"] == address("assistance")
    assert factors_of(person) == set()
    again = client.post(address("assistance-reset"), asked | {"sure": "on"}, follow=True)
    assert "n’a pas de second facteur" in again.content.decode()


def test_a_clerk_does_not_help_themselves(client, clerk) -> None:
    page = client.post(address("assistance"), {"email": clerk.email})
    assert page.status_code == 422
    assert "propre second facteur" in page.content.decode()


def test_wagtails_doors_lead_to_ours(client) -> None:
    for door in (
        "/desk/login/",
        "/_util/login/",
        "/desk/password_reset/",
        "/desk/password_reset/done/",
    ):
        assert client.get(door)["Location"].endswith("/compte/login/")


@pytest.fixture
def provider(settings, monkeypatch) -> str:
    """An identity provider that answers without a network."""
    place = "https://id.example"
    known = {
        "issuer": place,
        "authorization_endpoint": f"{place}/authorize",
        "token_endpoint": f"{place}/token",
        "userinfo_endpoint": f"{place}/me",
        "jwks_uri": f"{place}/keys",
    }
    claims = {"sub": "42", "email": "id@example.org", "email_verified": True, "name": "Id"}

    class Answer:
        status_code, ok, headers = 200, True, {"content-type": "application/json"}

        def __init__(self, value) -> None:
            self.value = value

        def json(self):
            return self.value

        def raise_for_status(self) -> None: ...

    def get(self, url, **_):
        return Answer(claims if url.endswith("/me") else known)

    def request(self, method, url, **_):
        return Answer({"access_token": "t", "token_type": "bearer"})

    monkeypatch.setattr("requests.Session.get", get)
    monkeypatch.setattr("requests.Session.request", request)
    app = {
        "provider_id": "city",
        "name": "CSAM",
        "client_id": "x",
        "secret": "y",
        "settings": {"server_url": place, "fetch_userinfo": True},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}
    }
    return place


def test_an_identity_provider_is_not_offered_unless_set(client) -> None:
    assert "/oidc/" not in client.get(address("account_login")).content.decode()
    assert client.get("/oidc/city/login/").status_code == 404


def test_an_identity_provider_opens_an_account(client, provider) -> None:
    text = client.get(address("account_login")).content.decode()
    assert "/oidc/city/login/" in text
    assert "Continuer avec CSAM" in text
    away = client.get("/oidc/city/login/")["Location"]
    assert away.startswith(f"{provider}/authorize?")
    assert "code_challenge=" in away
    assert "redirect_uri=http%3A%2F%2Flocalhost%2Foidc%2Fcity%2Flogin%2Fcallback%2F" in away
    state = re.search(r"state=([^&]+)", away)[1]
    back = client.get("/oidc/city/login/callback/", {"code": "c", "state": state})
    assert back.status_code == 302, back.content.decode()
    person = User.objects.get(email="id@example.org")
    assert (person.name, person.has_usable_password()) == ("Id", False)
    assert client.get(address("account")).status_code == 200
    assert client.get(address("socialaccount_connections")).status_code == 200


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
@pytest.mark.parametrize("key", LETTERS)
def test_every_letter_is_written_in_three_languages(key, language) -> None:
    context = {
        "name": "Zoé & Ali",
        "code": "ABCD-EFGH",
        "to_email": "n@e.org",
        "deleted_email": "o@e.org",
    }
    sent = letter(key, "a@example.org", language, **context)
    assert sent.subject
    assert "\n" not in sent.subject
    assert "Zoé & Ali" in sent.body
    assert "{" not in sent.body
    if language != "en":
        with override("en"):
            assert sent.subject != letter(key, "a@example.org", "en", **context).subject


def test_refusals_are_worded() -> None:
    for language in ("fr", "nl"):
        with override(language):
            french_or_dutch = {code: str(text) for code, text in PHRASES.items()}
        with override("en"):
            assert all(str(text) != french_or_dutch[code] for code, text in PHRASES.items())


def test_demo_accounts_are_for_the_demo(settings, capsys) -> None:
    with pytest.raises(CommandError):
        call_command("demo_accounts")
    settings.DEMO = True
    with pytest.raises(CommandError):
        call_command("demo_accounts")
    RoleFactory(code="applicant", name={"fr": "Candidat", "nl": "Aanvrager"})
    staff_role("clerk")
    call_command("demo_accounts")
    lines = Entry.objects.count()
    call_command("demo_accounts")
    assert Entry.objects.count() == lines
    assert set(User.objects.values_list("email", flat=True)) == {
        "applicant@demo.jumelage.example",
        "clerk@demo.jumelage.example",
    }
    out = capsys.readouterr().out
    assert "jumelage-demo-2026" in out
    assert "second factor: clerk" in out


def test_an_account_is_opened_from_the_server(capsys) -> None:
    with pytest.raises(CommandError, match="administrator"):
        call_command("account", "first@example.org", "--role", "administrator")
    staff_role("administrator")
    given = ["--name", "First", "--language", "nl", "--role", "administrator"]
    call_command("account", "First@example.org", *given)
    assert capsys.readouterr().out == "first@example.org: administrator\n"
    call_command("account", "first@example.org")
    person = User.objects.get()
    assert (person.name, person.language, person.is_staff) == ("First", "nl", False)
