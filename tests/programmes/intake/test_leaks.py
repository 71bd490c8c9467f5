"""The matrix, whole: every role, every state, every part; on pages, in search, on the site map, in files, in mails."""

import pytest
from django.core import mail as outbox
from django.test import Client
from django.urls import reverse

from jumelage.programmes.applications.choices import State
from jumelage.programmes.applications.models import Application, Mail
from jumelage.programmes.applications.notices import letter
from jumelage.programmes.applications.permissions import SEES, Part, Role
from jumelage.programmes.applications.queries.deposits import content_of
from jumelage.programmes.applications.queries.files import inside
from jumelage.programmes.applications.services.depositing.withdraw_application import (
    withdraw_application,
)
from jumelage.programmes.applications.services.exchange.ask_question import ask_question
from jumelage.programmes.intake.services.make_fictional import make_fictional_application
from tests.factories.accounts import UserFactory
from tests.factories.applications import NOW, a_call
from tests.factories.staff import at_desk

pytestmark = pytest.mark.django_db
ACTS = {
    Role.CLERK: ["applications.handle"],
    Role.ALDERMAN: ["applications.read"],
    Role.FINANCE: ["applications.read-accounts"],
    # Enters paper; these came by the site.
    Role.INTAKE: ["applications.intake"],
    Role.STRANGER: ["registers.read"],
}
STATES = (State.DRAFT, State.WITHDRAWN, State.DEPOSITED)


@pytest.fixture(autouse=True)
def _demo(settings):
    settings.DEMO = True


@pytest.fixture
def made(request):
    """One application of the site, in the state asked for, with a question and its secrets by part."""
    call = a_call()
    found = make_fictional_application(call, 12, now=NOW, deposit=request.param != State.DRAFT)
    lead = found.created_by
    access = inside(lead, found.key)
    ask_question(access, "A question that nobody else reads?", user=lead, now=NOW)
    secrets = {
        Part.TITLE: [found.title],
        Part.ANSWERS: [str(found.sections.get(code="project").answers["summary"])[:60]],
        Part.FILES: [found.attachments.get().name],
        Part.PEOPLE: [lead.email],
        Part.QUESTIONS: ["A question that nobody else reads?"],
        Part.ORGANISATION: [str(found.organisation)],
        Part.ACCOUNT: [found.organisation.dossier.accounts.get().iban],
    }
    if request.param != State.DRAFT:
        content = content_of(found)
        secrets[Part.NUMBER] = [found.deposits.get().number]
        secrets[Part.AMOUNT] = [str(content["answers"]["budget"]["ask_cents"] // 100)]
        if request.param == State.WITHDRAWN:
            withdraw_application(access, user=lead, now=NOW)
            found.refresh_from_db()
    assert found.state == request.param
    return found, secrets


def _everywhere(client: Client, found: Application, secrets) -> str:
    """All that somebody is shown when they look wherever they may look, and search for what they should not know."""
    key, slug = found.key, found.call.slug
    looked = [
        reverse("desk-applications"),
        *(reverse("desk-applications-export", args=["csv"]) + f"?call={slug}" for _ in (1,)),
        reverse("desk-application", args=[key]),
        reverse("desk-application-doubles", args=[key]),
        reverse("desk-register-application", args=[key]),
        reverse("application", args=[key]),
        reverse("application-section", args=[key, "project"]),
        reverse("application-check", args=[key]),
        reverse("application-print", args=[key]),
        reverse("application-questions", args=[key]),
        reverse("application-people", args=[key]),
        reverse("my-applications"),
        "/desk/",
        "/sitemap.xml",
    ]
    pages = [client.get(address) for address in looked]
    return " ".join(
        page.content.decode("utf-8", "replace") for page in pages if page.status_code == 200
    )


def _said(text: str, words: list[str]) -> bool:
    bare = text.replace("\xa0", "").replace("\u202f", "").replace(" ", "").replace(",", "")
    return any(word in text or word.replace(" ", "") in bare for word in words)


@pytest.mark.parametrize("made", STATES, indirect=True)
@pytest.mark.parametrize("role", list(ACTS))
def test_staff_see_what_the_matrix_opens_and_nothing_else(role, made):
    found, secrets = made
    client = at_desk(*ACTS[role], "registers.export")
    shown = _everywhere(client, found, secrets)
    own = frozenset() if role == Role.INTAKE else SEES.get((role, found.state), frozenset())
    for part, words in secrets.items():
        if part in own:
            if part != Part.NUMBER or found.state == State.DEPOSITED:
                assert _said(shown, words), f"{role} should see {part} of {found.state}"
        else:
            assert not _said(shown, words), f"{role} must not see {part} of {found.state}"


@pytest.mark.parametrize("made", STATES, indirect=True)
@pytest.mark.parametrize("who", ["visitor", "another applicant"])
def test_nobody_else_sees_anything(who, made):
    found, secrets = made
    client = Client()
    if who != "visitor":
        client.force_login(UserFactory())
    shown = _everywhere(client, found, secrets)
    for part, words in secrets.items():
        assert not _said(shown, words), part
    assert client.get(reverse("application", args=[found.key])).status_code in {302, 404}


@pytest.mark.parametrize("made", STATES, indirect=True)
@pytest.mark.parametrize("role", [None, *ACTS])
def test_the_search_of_the_site_finds_no_application(role, made):
    found, secrets = made
    client = at_desk(*ACTS[role]) if role else Client()
    for words in secrets.values():
        for word in words:
            page = client.get(reverse("search"), {"q": word})
            bare = page.content.decode().replace(f'value="{word}"', "")
            assert str(found.key) not in bare
            assert found.title not in bare.replace(word, "")


@pytest.mark.parametrize("made", STATES, indirect=True)
@pytest.mark.parametrize("role", list(ACTS))
def test_no_search_of_the_list_tells_what_is_closed(role, made):
    found, secrets = made
    client = at_desk(*ACTS[role])
    own = frozenset() if role == Role.INTAKE else SEES.get((role, found.state), frozenset())
    for part in set(secrets) - own:
        for word in secrets[part]:
            page = client.get(reverse("desk-applications"), {"text": word})
            assert str(found.key) not in page.content.decode(), (
                f"{role} finds {found.state} by {part}"
            )


@pytest.mark.parametrize("made", STATES, indirect=True)
def test_mails_go_to_members_alone_and_hold_no_answer(made):
    found, secrets = made
    people = {member.user.email for member in found.members.select_related("user")}
    for one in Mail.objects.filter(application=found):
        assert one.address in people
        assert not _said(letter(one).body, secrets[Part.ANSWERS] + secrets[Part.ACCOUNT])
    for one in outbox.outbox:
        assert set(one.to) <= people


@pytest.mark.parametrize("made", [State.DEPOSITED], indirect=True)
@pytest.mark.parametrize("role", list(ACTS))
def test_files_and_receipts_open_to_those_who_see_them(role, made):
    found, _secrets = made
    client, own = at_desk(*ACTS[role]), SEES.get((role, found.state), frozenset())
    own = frozenset() if role == Role.INTAKE else own
    number = found.deposits.get().number
    file = client.get(
        reverse("desk-application-file", args=[found.key, found.attachments.get().pk])
    )
    if file.streaming:
        assert b"".join(file.streaming_content)
    assert (file.status_code == 200) == (Part.FILES in own)
    receipt = client.get(reverse("desk-application-receipt", args=[found.key, number]))
    assert (receipt.status_code == 200) == (Part.ANSWERS in own)
    theirs = client.get(reverse("application-receipt-file", args=[found.key, number]))
    assert theirs.status_code in {302, 404}
