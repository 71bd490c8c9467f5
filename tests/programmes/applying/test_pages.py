"""The applicant's pages: closed to strangers, never cached, saying at every moment what is deposited."""

import json
import re
from datetime import UTC, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from jumelage.foundation.uploads.models import PartialUpload
from jumelage.programmes.applications.choices import Act, Channel, Right
from jumelage.programmes.applications.models import (
    Application,
    Attachment,
    Conflict,
    Deposit,
    LateCode,
    Member,
)
from jumelage.programmes.applications.queries.late_codes import code_of
from jumelage.programmes.applications.queries.people import token_of
from jumelage.programmes.applications.services.depositing.deposit_application import (
    deposit_application,
)
from jumelage.programmes.applications.services.exceptions.give_late_code import give_late_code
from jumelage.programmes.applications.services.exceptions.open_window import open_completion
from jumelage.programmes.applications.services.people.invite_colleague import invite_colleague
from jumelage.programmes.applications.services.writing.add_file import add_file
from jumelage.programmes.applications.services.writing.save_section import save_section
from jumelage.programmes.applying.queries.uploads import purpose_of
from tests.factories.accounts import UserFactory
from tests.factories.applications import (
    ANSWERS,
    HOUR,
    NOW,
    a_call,
    a_dossier,
    a_version,
    an_application,
    definition,
    fill,
    publish,
    seen_by,
    words,
)
from tests.factories.files import pdf
from tests.factories.staff import person

pytestmark = pytest.mark.django_db
SIMPLE = (
    *("application", "application-frame", "application-documents", "application-conflicts"),
    *("application-people", "application-questions", "application-check", "application-print"),
    *("application-pdf", "application-empty-form"),
)


@pytest.fixture(autouse=True)
def media(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    settings.UNFINISHED_ROOT = tmp_path / "unfinished"


class Clock:
    """The server's clock, which stands still until it is moved."""

    def __init__(self):
        self.move_to(NOW)

    def move_to(self, moment):
        self.moment = moment.astimezone(UTC)


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    stands = Clock()
    monkeypatch.setattr("django.utils.timezone.now", lambda: stands.moment)
    return stands


@pytest.fixture
def user():
    return UserFactory(language="fr")


@pytest.fixture
def access(user):
    return an_application(user)


@pytest.fixture
def browser(user):
    return browser_of(user)


def browser_of(user):
    client = Client()
    client.force_login(user)
    return client


def to(name, access, *more):
    return reverse(name, args=[access.application.key, *more])


def section(access, code="project"):
    return to("application-section", access, code)


@pytest.mark.parametrize("name", SIMPLE)
def test_another_person_s_application_does_not_exist(access, name):
    assert browser_of(UserFactory()).get(to(name, access)).status_code == 404
    assert browser_of(person(Act.HANDLE)).get(to(name, access)).status_code == 404
    stranger = Client().get(to(name, access))
    assert (
        stranger.status_code,
        "account" in stranger["Location"] or "compte" in stranger["Location"],
    ) == (302, True)


@pytest.mark.parametrize("name", SIMPLE)
def test_my_pages_open_and_no_cache_keeps_them(access, browser, name):
    answer = browser.get(to(name, access))
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    if answer["Content-Type"].startswith("text/html"):
        assert "noindex" in answer.content.decode()
        assert "n’est PAS déposé" in answer.content.decode()
        assert not re.search(r"2027-\d{5}-", answer.content.decode())


def test_my_list_and_the_start_of_an_application(user, browser):
    call, dossier = a_call(), a_dossier(user)
    assert "Appel 1" in browser.get(reverse("my-applications")).content.decode()
    address = reverse("application-start", args=[call.slug])
    page = browser.get(address).content.decode()
    assert "8 000 €" in page.replace("\u202f", " ").replace("\xa0", " ")
    assert dossier.name in page
    assert browser.post(address, {}).status_code == 422
    answer = browser.post(address, {"track": "ecm", "organisation": str(dossier.organisation_id)})
    made = Application.objects.get()
    assert answer["Location"] == reverse("application", args=[made.key])
    assert (made.track.slug, made.organisation, made.language) == (
        "ecm",
        dossier.organisation,
        "fr",
    )
    assert "PAS déposé" in browser.get(reverse("my-applications")).content.decode()
    assert str(made.key) in browser.get(address).content.decode()
    assert browser.get(reverse("application-start", args=["nothing"])).status_code == 404


def test_after_the_hour_only_a_late_code_starts_one(browser, user, clock):
    call = a_call()
    clock.move_to(HOUR + timedelta(minutes=1))
    address = reverse("application-start", args=[call.slug])
    given = {"track": "ecm", "organisation": "", "code": "K7QF-9T2M-XR4P"}
    assert "code hors délai" in browser.get(address).content.decode()
    refused = browser.post(address, given)
    assert refused.status_code == 422
    assert "n’ouvre" in refused.content.decode() or "ouvre rien" in refused.content.decode()
    late = give_late_code(
        call,
        {
            "name": "A",
            "email": user.email,
            "reason": "outage",
            "explanation": "x",
            "expires_at": HOUR + timedelta(days=1),
        },
        user=person(Act.HANDLE),
        now=HOUR + timedelta(minutes=1),
    )
    assert browser.post(address, {**given, "code": code_of(late)}).status_code == 302
    assert LateCode.objects.get().application == Application.objects.get()


@pytest.mark.parametrize("state", ["coming", "cancelled"])
def test_a_call_that_takes_nothing_says_so(browser, clock, state):
    call = a_call(cancelled=state == "cancelled")
    if state == "coming":
        clock.move_to(NOW - timedelta(days=200))
    page = browser.get(reverse("application-start", args=[call.slug]))
    assert '<form class="form"' not in page.content.decode()


def test_a_section_is_saved_and_goes_on(access, browser):
    sent = {"f-title": "Eau", "f-summary": "Un\u200b puits", "seen": "{}"}
    answer = browser.post(section(access), {**sent, "next": ""}, follow=True)
    assert answer.redirect_chain[-1][0] == section(access, "money")
    assert "caractères invisibles" in answer.content.decode().lower()
    assert access.application.sections.get().answers == {"title": "Eau", "summary": "Un puits"}
    assert (
        browser.post(section(access), {**sent, "stay": ""})["Location"]
        == f"{section(access)}?saved"
    )
    assert "Enregistré" in browser.get(f"{section(access)}?saved").content.decode()
    assert browser.post(section(access, "money"), {"previous": ""})["Location"] == section(access)
    assert browser.post(section(access, "proof"), {"next": ""})["Location"] == to(
        "application", access
    )
    assert browser.get(section(access, "nowhere")).status_code == 404
    assert browser.post(to("application-keep", access, "nowhere")).status_code == 404


def test_a_page_asked_to_look_shows_what_is_missing_and_one_that_begins_does_not(access, browser):
    assert "msg-err" not in browser.get(section(access)).content.decode()
    assert "msg-err" in browser.get(f"{section(access)}?look").content.decode()


def test_a_row_is_added_without_a_script(access, browser):
    sent = {"f-budget-asked": "1", "f-budget-costs-0-label": "Puits", "rows": "add:budget:costs"}
    answer = browser.post(section(access, "money"), sent)
    assert answer["Location"] == f"{section(access, 'money')}#f-budget-costs-1"


def test_the_page_saves_by_itself_and_learns_where_the_section_stands(access, browser):
    address = to("application-keep", access, "project")
    seen = browser.get(section(access)).context["seen"]
    first = browser.post(address, {"f-title": "Eau", "seen": seen}).json()
    assert (first["number"], first["conflicts"]) == (1, [])
    known = json.dumps({**json.loads(seen), **first["marks"]})
    assert browser.post(address, {"f-title": "Eau.", "seen": known}).json()["number"] == 2
    other = browser.post(address, {"f-title": "Puits", "seen": known})
    assert (other.status_code, other.json()["conflicts"]) == (409, ["title"])
    assert "title" not in other.json()["marks"]
    assert browser.post(address, {"f-title": "x", "seen": "[]"}).status_code == 200


def test_a_script_that_is_too_late_is_told_why(access, browser, clock):
    clock.move_to(HOUR + timedelta(seconds=1))
    answer = browser.post(to("application-keep", access, "project"), {"f-title": "x"})
    assert (answer.status_code, "horloge du serveur" in answer.json()["refused"]) == (423, True)


def test_what_comes_too_late_stays_on_the_page(access, browser, clock):
    clock.move_to(HOUR + timedelta(seconds=1))
    answer = browser.post(section(access), {"f-title": "Tout ce que j’ai écrit", "seen": "{}"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Tout ce que j’ai écrit" in page
    assert "horloge du serveur" in page
    assert not access.application.sections.exists()


def test_two_texts_are_shown_and_one_is_chosen(access, browser, user):
    save_section(access, "project", {"title": "D’Ann"}, user=user, seen=None, now=NOW)
    answer = browser.post(
        section(access), {"f-title": "De Ben", "seen": json.dumps({"title": "0"})}
    )
    assert answer["Location"] == to("application-conflicts", access)
    page = browser.get(answer["Location"]).content.decode()
    assert "D’Ann" in page
    assert "De Ben" in page
    assert "deux textes" in browser.get(to("application", access)).content.decode().lower()
    wrong = browser.post(answer["Location"], {"number": "x", "choice": "both"}, follow=True)
    assert "déjà choisi" in wrong.content.decode()
    browser.post(answer["Location"], {"number": Conflict.objects.get().pk, "choice": "both"})
    assert access.application.sections.get().answers["title"] == "D’Ann / De Ben"
    save_section(access, "project", {"country": "GN"}, user=user, seen=None, now=NOW)
    browser.post(section(access), {"f-country": "CD", "seen": json.dumps({"country": "0"})})
    assert browser.get(to("application-conflicts", access)).status_code == 200


def test_an_emptied_text_is_a_text_too(access, browser, user):
    save_section(access, "project", {"title": "D’Ann"}, user=user, seen=None, now=NOW)
    browser.post(section(access), {"f-title": "", "seen": json.dumps({"title": "0"})})
    assert "Vide" in browser.get(to("application-conflicts", access)).content.decode()


def test_a_file_comes_with_the_form_is_read_and_taken_away(access, browser):
    from django.core.files.uploadedfile import SimpleUploadedFile

    address = section(access, "proof")
    wrong = browser.post(address, {"f-letter": SimpleUploadedFile("vide.pdf", b"")})
    assert wrong.status_code == 422
    assert "vide.pdf\u00a0: Le fichier est vide." in wrong.content.decode()
    browser.post(
        address, {"f-letter": SimpleUploadedFile("lettre.pdf", pdf("Bonjour")), "stay": ""}
    )
    kept = Attachment.objects.get()
    answer = browser.get(to("application-file", access, kept.pk))
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert "no-store" in answer["Cache-Control"]
    assert browser.get(to("application-file", access, 0)).status_code == 404
    assert "lettre.pdf" in browser.get(address).content.decode()
    gone = browser.post(address, {"remove-file": kept.pk})
    assert gone["Location"] == f"{address}?saved"
    assert browser.post(address, {"remove-file": kept.pk}).status_code == 422


def test_a_file_that_came_in_pieces_is_kept_once(access, browser, user, settings):
    content = pdf("En morceaux")
    upload = PartialUpload.objects.create(
        user=user,
        purpose=purpose_of(access.application, "letter"),
        name="l.pdf",
        length_bytes=len(content),
        begun_at=NOW,
    )
    settings.UNFINISHED_ROOT.mkdir()
    (settings.UNFINISHED_ROOT / upload.pk.hex).write_bytes(content)
    browser.post(section(access, "proof"), {"f-letter-key": str(upload.pk), "stay": ""})
    assert Attachment.objects.get().name == "l.pdf"
    assert not PartialUpload.objects.exists()
    assert (
        browser.post(section(access, "proof"), {"f-letter-key": str(upload.pk)}).status_code == 422
    )


def test_a_bad_file_in_pieces_is_named(access, browser, user, settings):
    upload = PartialUpload.objects.create(
        user=user,
        purpose=purpose_of(access.application, "letter"),
        name="x.exe",
        length_bytes=2,
        begun_at=NOW,
    )
    settings.UNFINISHED_ROOT.mkdir()
    (settings.UNFINISHED_ROOT / upload.pk.hex).write_bytes(b"MZ")
    page = browser.post(section(access, "proof"), {"f-letter-key": str(upload.pk)})
    assert "x.exe" in page.content.decode()


def test_documents_asked_beside_the_form_are_joined_on_their_page(user, browser):
    from django.core.files.uploadedfile import SimpleUploadedFile

    call = a_call()
    call.asked_documents.create(slug="programme", title=words("Programme"), required=True)
    publish(call)
    access = an_application(user, call)
    address = to("application-documents", access)
    assert "Programme" in browser.get(to("application", access)).content.decode()
    wrong = browser.post(address, {"f-document-programme": SimpleUploadedFile("x.pdf", b"")})
    assert wrong.status_code == 422
    browser.post(address, {"f-document-programme": SimpleUploadedFile("p.pdf", pdf("Jour 1"))})
    kept = Attachment.objects.get()
    assert kept.field == "document-programme"
    assert browser.post(address, {"remove-file": kept.pk}).status_code == 302


def test_organisation_and_track_are_changed_on_their_page(access, browser, user, clock):
    address, other = to("application-frame", access), a_dossier(user)
    sent = {"track": "ecm", "organisation": str(other.organisation_id)}
    assert browser.post(address, {"track": "x"}).status_code == 422
    assert browser.post(address, sent)["Location"] == to("application", access)
    assert Application.objects.get().organisation == other.organisation
    clock.move_to(HOUR + timedelta(hours=1))
    assert browser.post(address, sent).status_code == 422


def test_from_the_check_to_the_receipt_in_one_act(access, browser, user):  # noqa: PLR0915
    check = to("application-check", access)
    page = browser.get(check).content.decode()
    assert 'name="key"' not in page
    assert f"{section(access)}?look#f-title" in page
    fill(access, user)
    page = browser.get(check)
    key = page.context["key"]
    undeclared = browser.post(check, {"key": key})
    assert (undeclared.status_code, undeclared.context["key"]) == (422, key)
    for _ in range(2):
        answer = browser.post(check, {"key": key, "declaration": "yes"})
        assert answer["Location"] == to("application-receipt", access)
    made = Deposit.objects.get()
    told = browser.get(answer["Location"]).content.decode()
    assert made.number in told
    assert "lettre.pdf" in told
    assert " ".join([made.sha256[:8], made.sha256[8:16]]) in told
    receipt = browser.get(to("application-receipt-file", access, made.number))
    assert receipt.content.startswith(b"%PDF")
    assert "no-store" in receipt["Cache-Control"]
    frozen = browser.get(to("application-frozen", access, made.number))
    assert frozen.content.decode() == made.content
    assert browser.get(check)["Location"] == answer["Location"]
    assert made.number in browser.get(reverse("my-applications")).content.decode()
    assert made.number in browser.get(to("application", access)).content.decode()
    assert browser.get(to("application-pdf", access)).content.startswith(b"%PDF")
    for name in ("application-receipt-file", "application-frozen"):
        assert browser.get(to(name, access, "2027-00009-11")).status_code == 404


def test_a_draft_has_no_receipt_and_nothing_to_withdraw(access, browser):
    for name in ("application-receipt", "application-withdraw"):
        assert browser.get(to(name, access))["Location"] == to("application", access)
    refused = browser.post(to("application-withdraw", access), follow=True)
    assert "état actuel" in refused.content.decode()


def test_a_deposit_is_withdrawn_after_one_more_question(access, browser, user, clock):
    whole = fill(access, user)
    made = deposit_application(whole, user=user, key="k", declaration="Oui", now=NOW)
    page = browser.get(to("application-withdraw", access)).content.decode()
    assert "déposer à nouveau" in page
    clock.move_to(HOUR + timedelta(days=1))
    assert "ne pourriez PAS" in browser.get(to("application-withdraw", access)).content.decode()
    told = browser.post(to("application-withdraw", access), follow=True).content.decode()
    assert "Retirée\u00a0: elle n’est PAS déposée" in told
    assert made.number in told
    assert b"%PDF" in browser.get(to("application-receipt-file", access, made.number)).content


def test_a_completion_is_asked_answered_and_sent(access, browser, user):
    whole = fill(access, user)
    made = deposit_application(whole, user=user, key="k", declaration="Oui", now=NOW)
    clerk = person(Act.HANDLE)
    from jumelage.programmes.applications.queries.files import access_to

    window = open_completion(
        access_to(clerk, access.application.key),
        ["summary"],
        reason="unclear",
        message="Qui gère ?",
        until=NOW + timedelta(days=3),
        user=clerk,
        now=NOW,
    )
    page = browser.get(to("application", access)).content.decode()
    assert "Qui gère\u00a0?" in page
    assert "Résumé" in page
    assert browser.get(section(access, "money")).context["writable"] is False
    assert browser.get(section(access)).context["writable"] is True
    browser.post(section(access), {"f-summary": "Le comité.", "stay": ""})
    told = browser.post(to("application-complete", access), follow=True).content.decode()
    assert "complément est envoyé" in told
    name = f"{made.number}+{window.pk}"
    assert browser.get(to("application-receipt-file", access, name)).content.startswith(b"%PDF")
    for wrong in (f"{made.number}+x", f"{made.number}+99"):
        assert browser.get(to("application-receipt-file", access, wrong)).status_code == 404
    again = browser.post(to("application-complete", access), follow=True).content.decode()
    assert "complément est envoyé" in again


def test_people_are_invited_join_change_and_leave(access, browser, user):
    address = to("application-people", access)
    assert browser.post(address, {"email": "nonsense", "right": "edit"}).status_code == 422
    browser.post(address, {"email": "fatou@example.org", "right": "edit"})
    refused = browser.post(address, {"email": user.email, "right": "edit"})
    assert "travaille déjà" in refused.content.decode()
    found = access.application.invitations.get()
    link = reverse("application-invitation", args=[token_of(found)])
    assert link in mail.outbox[0].body
    fatou = UserFactory(email="fatou@example.org")
    hers = browser_of(fatou)
    assert "Lire et écrire" in hers.get(link).content.decode()
    assert hers.post(link)["Location"] == to("application", access)
    assert browser_of(UserFactory()).get(link).status_code == 410
    member = access.application.members.get(user=fatou)
    change = to("application-member", access, member.pk)
    browser.post(change, {"act": "right", "right": "view"})
    assert Member.objects.get(pk=member.pk).right == Right.VIEW
    browser.post(change, {"act": "nothing"})
    browser.post(change, {"act": "lead"})
    assert Member.objects.get(pk=member.pk).lead is True
    mine = access.application.members.get(user=user)
    assert "Quitter" in browser.get(address).content.decode()
    leaving = browser.post(to("application-member", access, mine.pk), {"act": "remove"})
    assert leaving["Location"] == reverse("my-applications")
    assert browser.get(address).status_code == 404


def test_an_invitation_is_taken_back(access, browser, user):
    found = invite_colleague(access, "x@example.org", "view", user=user, now=NOW)
    browser.post(to("application-member", access, found.pk), {"act": "withdraw"})
    assert access.application.invitations.get().withdrawn_at


def test_a_question_is_asked_from_within_the_draft(access, browser):
    address = to("application-questions", access)
    assert "Résumé" in browser.get(f"{address}?field=summary").content.decode()
    assert browser.post(address, {"text": ""}).status_code == 422
    browser.post(address, {"text": "Combien de pages ?", "field": "summary"})
    page = browser.get(address).content.decode()
    assert "Combien de pages\u00a0?" in page
    browser.post(address, {"text": "Et sans champ ?", "field": "nowhere"})
    assert access.application.questions.last().field == ""


def test_the_last_day_shows_the_server_s_clock_and_the_grace_period(access, browser, clock):
    assert "data-clock" not in browser.get(to("application", access)).content.decode()
    clock.move_to(HOUR - timedelta(minutes=20))
    page = browser.get(to("application", access)).content.decode()
    assert 'data-clock="2027-04-01T15:40:00+02:00"' in page
    clock.move_to(HOUR + timedelta(minutes=10))
    page = browser.get(to("application", access)).content.decode()
    assert "16:30" in page
    assert "en cours d’utilisation" in page
    clock.move_to(HOUR + timedelta(minutes=31))
    page = browser.get(to("application", access)).content.decode()
    assert "ne peut plus être déposée" in page
    late = browser.post(to("application-late-code", access), {"code": "XXXX"})
    assert late.status_code == 422
    assert "ouvre rien" in late.content.decode()
    assert 'value="XXXX"' in late.content.decode()


def test_what_changed_in_the_form_is_shown_until_it_is_put_away(access, browser, user):
    save_section(
        access, "project", {"audience": "Élèves", "title": "Eau"}, user=user, seen=None, now=NOW
    )
    raw = definition()
    raw["sections"][0]["fields"] = [
        one for one in raw["sections"][0]["fields"] if one["code"] != "audience"
    ]
    a_version(access.application.call.form, raw)
    publish(access.application.call)
    page = browser.get(to("application", access)).content.decode()
    assert "version 2" in page
    assert "Élèves" in page
    browser.post(to("application-put-away", access))
    assert "version 2)" not in browser.get(to("application", access)).content.decode()


def test_earlier_versions_are_read_and_brought_back(access, browser, user):
    address = to("application-versions", access, "project")
    assert "Rien n’est encore" in browser.get(address).content.decode()
    save_section(access, "project", {"title": "Première"}, user=user, seen=None, now=NOW)
    later = NOW + timedelta(minutes=20)
    save_section(
        access, "project", {"title": "Seconde", "audience": "Tous"}, user=user, seen=None, now=later
    )
    assert "Première" in browser.get(address).content.decode()
    assert browser.post(address, {"number": "1"})["Location"] == section(access)
    assert access.application.sections.get().answers == {"title": "Première"}
    assert browser.post(address, {"number": "99"}).status_code == 404
    assert browser.get(to("application-versions", access, "nowhere")).status_code == 404


def test_the_service_fills_in_what_it_entered_itself(access):
    Application.objects.update(channel=Channel.PAPER)
    clerk = browser_of(person(Act.INTAKE))
    assert clerk.get(to("application", access)).status_code == 200
    clerk.post(section(access), {"f-title": "Du papier", "stay": "", "seen": "{}"})
    assert access.application.sections.get().answers == {"title": "Du papier"}


def test_the_overview_asks_a_fixed_number_of_questions(
    access, browser, user, django_assert_max_num_queries
):
    fill(access, user)
    address = to("application", access)
    browser.get(address)
    with django_assert_max_num_queries(45):
        browser.get(address)


def test_everything_is_answered_by_pages_alone(access, browser, user):
    """What a person types through the pages is what the services keep."""
    browser.post(
        section(access),
        {"f-title": ANSWERS["project"]["title"], "f-summary": "S", "f-country": "GN", "seen": "{}"},
    )
    browser.post(
        section(access, "money"),
        {
            "f-budget-asked": "1",
            "f-budget-costs-0-category": "staff",
            "f-budget-costs-0-label": "Puisatier",
            "f-budget-costs-0-cents": "5.000",
            "f-budget-own_cents": "1000,00",
            "f-budget-ask_cents": "4000",
            "seen": "{}",
        },
    )
    assert access.application.sections.get(code="money").answers == ANSWERS["money"]
    assert seen_by(user, access.application).application.title == ANSWERS["project"]["title"]


def test_a_question_that_the_new_track_does_not_ask_still_shows_both_texts(access, browser, user):
    for said, seen in (("GN", None), ("CD", {"country": "0"})):
        save_section(access, "project", {"country": said}, user=user, seen=seen, now=NOW)
    sent = {"track": "ecm", "organisation": str(access.application.organisation_id)}
    browser.post(to("application-frame", access), sent)
    page = browser.get(to("application-conflicts", access)).content.decode()
    assert all(told in page for told in ("Pays", "Guinée", "Congo"))


def test_the_copy_on_paper_names_what_each_file_answers(user, browser):
    call = a_call()
    call.asked_documents.create(slug="programme", title=words("Programme du jour"))
    publish(call)
    access = an_application(user, call)
    for field in ("letter", "document-programme"):
        add_file(access, field, pdf(field), name=f"{field}.pdf", user=user, now=NOW)
    address = to("application-print", access)
    page = browser.get(address).content.decode()
    assert "letter.pdf (Lettre du partenaire)" in page
    assert "document-programme.pdf (Programme du jour)" in page
    call.asked_documents.all().delete()
    publish(call)
    assert "document-programme.pdf (document-programme)" in browser.get(address).content.decode()


def test_who_has_not_said_for_whom_is_asked_to(browser):
    address = reverse("application-start", args=[a_call().slug])
    browser.post(address, {"track": "ecm", "organisation": ""})
    key = Application.objects.get().key
    page = browser.get(reverse("application-check", args=[key])).content.decode()
    assert f'href="{reverse("application-frame", args=[key])}">Organisation' in page
