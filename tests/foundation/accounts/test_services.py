import json

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from wagtail.users.models import UserProfile

from jumelage.foundation.accounts import queries
from jumelage.foundation.accounts.choices import Act
from jumelage.foundation.accounts.models import User
from jumelage.foundation.accounts.services.change_profile import change_profile
from jumelage.foundation.accounts.services.end_sessions import end_session
from jumelage.foundation.accounts.services.erase_person import erase_person
from jumelage.foundation.accounts.services.export_data import export_data
from jumelage.foundation.accounts.services.keep_account import keep_account
from jumelage.foundation.accounts.services.keep_address import keep_address
from jumelage.foundation.accounts.services.keep_role import keep_role
from jumelage.foundation.accounts.services.reset_second_factor import reset_second_factor
from jumelage.foundation.accounts.tasks import tell_second_factor_reset
from jumelage.foundation.audit.models import Entry
from jumelage.foundation.audit.queries import line_of
from jumelage.foundation.audit.rules.chain import digest_of
from jumelage.foundation.kernel.errors import Refused
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
NAME = {"fr": "Gestion", "nl": "Beheer", "en": "Clerk"}


def acts() -> list[str]:
    return list(Entry.objects.order_by("id").values_list("act", flat=True))


def test_a_role_is_kept_once() -> None:
    for _ in range(2):
        role = keep_role("clerk", name=NAME, staff=True, acts=["b", "a"])
    assert (role.staff, role.acts, str(role)) == (True, ["a", "b"], "Gestion")
    assert acts() == ["accounts.role-kept"]


def test_a_role_has_a_name() -> None:
    with pytest.raises(ValidationError):
        keep_role("clerk", name={}, staff=True, acts=[])


def test_an_account_is_kept_once() -> None:
    RoleFactory(code="applicant")
    given = {"name": "Noor", "language": "nl", "roles": ["applicant"], "password": PASSWORD}
    for _ in range(2):
        person = keep_account(" Noor@Example.org ", **given)
    assert (person.email, person.check_password(PASSWORD)) == ("noor@example.org", True)
    assert [role.code for role in person.roles.all()] == ["applicant"]
    address = EmailAddress.objects.get(user=person)
    assert (address.email, address.verified, address.primary) == (person.email, True, True)
    assert acts() == ["accounts.account-kept", "accounts.roles-given"]


def test_an_account_without_a_password_opens_by_code_only() -> None:
    person = keep_account("a@example.org", name="A", language="fr", roles=[])
    assert not person.has_usable_password()
    kept = keep_account("a@example.org", name="A", language="fr", roles=[], password=PASSWORD)
    assert kept.check_password(PASSWORD)
    assert keep_account("a@example.org", name="A", language="fr", roles=[]).check_password(PASSWORD)


def test_an_unknown_role_is_refused() -> None:
    with pytest.raises(Refused) as refusal:
        keep_account("a@example.org", name="A", language="fr", roles=["nobody"])
    assert refusal.value.code == "role-unknown"
    assert not User.objects.exists()


def test_a_kept_address_comes_first() -> None:
    person = UserFactory()
    keep_address(person, "new@example.org")
    assert EmailAddress.objects.get(user=person, primary=True).email == "new@example.org"


def test_a_person_changes_their_profile() -> None:
    person = UserFactory()
    changed = change_profile(person, name="Jean", language="nl")
    assert (changed.name, changed.language) == ("Jean", "nl")
    line = Entry.objects.get()
    assert (line.act, line.actor, line.details["fields"]) == (
        "accounts.profile-changed",
        str(person.pk),
        ["language", "name"],
    )
    with pytest.raises(ValidationError):
        change_profile(person, name="x" * 121, language="nl")


def test_a_session_is_ended_by_its_owner_only() -> None:
    person, other = UserFactory(), UserFactory()
    key = with_session(person)
    session = person.usersession_set.get()
    with pytest.raises(Refused) as refusal:
        end_session(other, session.pk)
    assert refusal.value.code == "session-unknown"
    end_session(person, session.pk)
    assert not Session.objects.filter(session_key=key).exists()
    assert acts() == ["accounts.session-ended"]


def test_the_export_holds_everything_and_no_secret() -> None:
    person = with_app(UserFactory(roles=[RoleFactory(code="applicant")]), secret="A" * 32)
    with_session(person)
    change_profile(person, name="Export", language="fr")
    text = json.dumps(export_data(person), cls=DjangoJSONEncoder)
    told = json.loads(text)
    assert told["account"]["roles"] == ["applicant"]
    assert told["email_addresses"][0]["email"] == person.email
    assert {factor["type"] for factor in told["second_factors"]} == {"totp", "recovery_codes"}
    assert told["sessions"][0]["ip"] == "192.0.2.1"
    assert told["acts"][0]["act"] == "accounts.profile-changed"
    assert "A" * 32 not in text
    assert person.password not in text
    assert acts()[-1] == "accounts.data-exported"


def test_erasure_leaves_nothing_that_names_the_person() -> None:
    person = with_app(UserFactory(name="Amélie", roles=[RoleFactory(code="applicant")]))
    email = person.email
    with_session(person)
    SocialAccount.objects.create(user=person, provider="city", uid="42")
    UserProfile.get_for_user(person)
    change_profile(person, name="Amélie", language="nl")
    erase_person(User.objects.get(pk=person.pk))
    gone = User.objects.get(pk=person.pk)
    assert (gone.name, gone.is_active, gone.has_usable_password()) == ("", False, False)
    assert gone.email.endswith("@erased.invalid")
    assert gone.erased_at
    assert not (gone.roles.exists())
    assert not (factors_of(gone))
    assert not (Session.objects.exists())
    assert not (EmailAddress.objects.exists())
    assert not (SocialAccount.objects.exists())
    assert not UserProfile.objects.exists()
    lines = json.dumps([line_of(entry) for entry in Entry.objects.all()])
    assert "Am" not in lines
    assert email not in lines
    assert acts()[-1] == "accounts.person-erased"


def test_erasure_leaves_the_chain_whole(settings) -> None:
    for _ in range(2):
        person = UserFactory()
        change_profile(person, name="Somebody", language="nl")
        erase_person(person)
    previous = ""
    for entry in Entry.objects.order_by("id"):
        line = line_of(entry)
        assert entry.digest == digest_of(
            line, number=entry.id, previous=previous, key=settings.AUDIT_KEY
        )
        previous = entry.digest


def test_erasure_asked_for_twice_is_done_and_told_once() -> None:
    number = UserFactory().pk
    first, second = User.objects.get(pk=number), User.objects.get(pk=number)
    erase_person(first)
    erase_person(second)
    assert User.objects.get(pk=number).email == first.email
    assert Entry.objects.filter(act="accounts.person-erased").count() == 1


def test_the_last_administrator_stays() -> None:
    role = staff_role("administrator")
    first, second = UserFactory(roles=[role]), UserFactory(roles=[role])
    erase_person(first)
    with pytest.raises(Refused) as refusal:
        erase_person(second)
    assert refusal.value.code == "last-administrator"
    assert User.objects.get(pk=second.pk).is_active


@pytest.fixture
def clerk() -> User:
    return UserFactory(roles=[staff_role("clerk", Act.RESET_SECOND_FACTOR)])


def test_a_clerk_removes_a_lost_second_factor(clerk, django_capture_on_commit_callbacks) -> None:
    person = with_app(UserFactory(language="nl"))
    key = with_session(person)
    with django_capture_on_commit_callbacks(execute=True):
        reset_second_factor(person, reason="lost", actor=clerk)
    assert factors_of(person) == set()
    assert not Session.objects.filter(session_key=key).exists()
    line = Entry.objects.get()
    assert (line.act, line.actor, line.reason) == (
        "accounts.second-factor-reset",
        str(clerk.pk),
        "lost",
    )
    assert line.details == {"types": ["recovery_codes", "totp"], "sessions": 1}
    assert [m.to for m in mail.outbox] == [[person.email]]
    assert mail.outbox[0].subject == "Uw tweede factor is verwijderd"
    assert person.name in mail.outbox[0].body


def test_the_letter_is_not_sent_to_the_erased() -> None:
    tell_second_factor_reset.call(UserFactory(is_active=False).pk)
    assert mail.outbox == []


def test_a_reset_is_refused_by_name(clerk) -> None:
    plain, bare = with_app(UserFactory()), UserFactory()
    superior = with_app(UserFactory(roles=[staff_role("alderman")]))
    cases = [
        (plain, "lost", bare, "assistance-not-allowed"),
        (clerk, "lost", clerk, "assistance-to-oneself"),
        (superior, "lost", clerk, "assistance-to-superior"),
        (plain, "whim", clerk, "reason-unknown"),
        (bare, "lost", clerk, "second-factor-missing"),
    ]
    for person, reason, actor, code in cases:
        with pytest.raises(Refused) as refusal:
            reset_second_factor(person, reason=reason, actor=actor)
        assert refusal.value.code == code
    assert factors_of(plain)
    assert acts() == []


def test_questions_about_an_account() -> None:
    person = UserFactory(email="who@example.org")
    assert queries.recovery_codes_left(person) is None
    assert not (queries.has_second_factor(person))
    assert not (queries.has_authenticator_app(person))
    with_app(person)
    assert queries.recovery_codes_left(person) == 10
    assert queries.has_second_factor(person)
    assert queries.has_authenticator_app(person)
    assert queries.passkeys_of(person) == []
    assert queries.person_by_email(" WHO@example.org ") == person
    assert queries.person_by_email("nobody@example.org") is None
    assert queries.every_role() == []
