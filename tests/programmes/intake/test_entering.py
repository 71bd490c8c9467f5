"""Paper and e-mail: the hour of arrival decides, the original is kept, the receipt goes out, whole or not."""

from datetime import datetime, timedelta

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from django.utils.translation import override

from jumelage.city.dossiers.choices import Right
from jumelage.city.dossiers.models import Dossier
from jumelage.city.dossiers.permissions import right_over
from jumelage.city.dossiers.queries import dossiers_of
from jumelage.city.dossiers.services.access.appoint_manager import appoint_manager
from jumelage.city.dossiers.services.content.keep_dossier import keep_dossier
from jumelage.city.organisations.choices import ENTERPRISES
from jumelage.city.organisations.models import Organisation
from jumelage.foundation.accounts.services.erase_person import erase_person
from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.uploads.services.keep_upload import keep_upload
from jumelage.programmes.applications.choices import Ground, Letter, State
from jumelage.programmes.applications.models import Application, Mail
from jumelage.programmes.applications.notices import letter
from jumelage.programmes.applications.permissions import Role
from jumelage.programmes.applications.queries.deposits import content_of
from jumelage.programmes.applications.queries.files import inside
from jumelage.programmes.applications.queries.people import token_of
from jumelage.programmes.applications.queries.receipts import receipt_data
from jumelage.programmes.applications.services.exchange.tell_call_news import tell_call_news
from jumelage.programmes.applications.services.people.accept_invitation import (
    accept_invitation,
)
from jumelage.programmes.applications.services.people.change_members import hand_over
from jumelage.programmes.applications.services.people.invite_colleague import invite_colleague
from jumelage.programmes.applications.services.writing.save_section import save_section
from jumelage.programmes.calls.models import Notice
from jumelage.programmes.intake.queries.organisations import organisation_named
from jumelage.programmes.intake.rules.arrival import check_arrival
from jumelage.programmes.intake.services.discard_arrival import discard_arrival
from jumelage.programmes.intake.services.enter_application import enter_application
from jumelage.programmes.intake.services.register_arrival import register_arrival
from tests.factories.accounts import UserFactory
from tests.factories.applications import (
    ANSWERS,
    BRUSSELS,
    HOUR,
    NOW,
    a_call,
    a_dossier,
    an_application,
)
from tests.factories.dossiers import AccountFactory, MemberFactory, RequestFactory
from tests.factories.intake import ORIGINAL, an_open_call, entered, paper_values
from tests.factories.organisations import IdentifierFactory, OrganisationFactory
from tests.factories.staff import at_desk, person
from tests.factories.texts import text

pytestmark = pytest.mark.django_db
OPENS = datetime(2027, 2, 1, 8, tzinfo=BRUSSELS)


@pytest.mark.parametrize(
    ("arrived", "code"),
    [
        (HOUR, None),
        (HOUR + timedelta(milliseconds=900), None),
        (HOUR + timedelta(seconds=1), "arrival-late"),
        (OPENS, None),
        (OPENS - timedelta(seconds=1), "arrival-early"),
        (HOUR + timedelta(days=3), "arrival-ahead"),
    ],
)
def test_the_hour_of_arrival_decides(arrived, code):
    now = HOUR + timedelta(days=2)
    if code is None:
        check_arrival(arrived, opens_at=OPENS, closes_at=HOUR, now=now)
        return
    with pytest.raises(Refused, match=code):
        check_arrival(arrived, opens_at=OPENS, closes_at=HOUR, now=now)


def test_without_known_hours_only_the_future_is_refused():
    check_arrival(NOW, opens_at=None, closes_at=None, now=NOW)


def test_paper_is_entered_with_its_original_and_flagged():
    clerk = person("applications.intake")
    found = entered(a_call(), clerk)
    assert (found.state, found.channel, found.intake.sender) == (
        State.DRAFT,
        "paper",
        "Aïcha Diallo",
    )
    original = found.attachments.get(field="")
    assert original.name == "scan.pdf"
    assert found.organisation.dossier.name == "Les Voisins de Labé"
    line = Entry.objects.get(act="intake.enter")
    assert line.details == {"channel": "paper"}
    assert "Aïcha" not in str(line.details)


def test_typed_in_after_the_deadline_and_registered_as_it_is():
    clerk = person("applications.intake")
    late = HOUR + timedelta(days=5)
    found = entered(a_call(), clerk, late, arrived_at=HOUR - timedelta(minutes=1))
    access = inside(clerk, found.key)
    save_section(access, "project", ANSWERS["project"], user=clerk, seen=None, now=late)
    deposit = register_arrival(access, user=clerk, key="one", signed=True, now=late)
    assert deposit.ground == Ground.INTAKE
    found.refresh_from_db()
    assert content_of(found)["files"][0]["name"] == "scan.pdf"
    mail = Mail.objects.get(kind=Letter.RECEIPT)
    assert (mail.address, mail.language) == ("aicha@test.example", "fr")


def test_registering_twice_makes_one_deposit():
    clerk = person("applications.intake")
    found = entered(a_call(), clerk)
    access = inside(clerk, found.key)
    first = register_arrival(access, user=clerk, key="one", signed=True, now=NOW)
    again = register_arrival(access, user=clerk, key="two", signed=True, now=NOW)
    assert first.pk == again.pk


def test_an_unsigned_original_is_not_registered():
    clerk = person("applications.intake")
    access = inside(clerk, entered(a_call(), clerk).key)
    with pytest.raises(Refused, match="declaration-missing"):
        register_arrival(access, user=clerk, key="one", signed=False, now=NOW)


def test_an_online_application_is_not_registered_by_the_service():
    access = an_application()
    with pytest.raises(Refused, match="intake-online"):
        register_arrival(access, user=person(), key="one", signed=True, now=NOW)


def test_a_dossier_that_is_here_is_used():
    dossier = a_dossier()
    number = dossier.organisation.identifiers.get().value
    clerk = person("applications.intake")
    found = entered(
        a_call(), clerk, legal_form="school", name="Another name", enterprise_number=number
    )
    assert found.organisation_id == dossier.organisation_id
    again = entered(a_call(), clerk)
    same = entered(a_call(), clerk, name="les voisins  de LABE")
    assert same.organisation_id == again.organisation_id
    assert Dossier.objects.count() == 2


def test_an_organisation_of_the_city_that_has_no_dossier_gets_it_with_nobody_inside():
    partner = OrganisationFactory(kind="ngo", published=True)
    double = OrganisationFactory(published=False, merged_into=partner)
    clerk, call = person("applications.intake"), a_call()
    for holder, number in ((partner, "0403019261"), (double, "0207373429")):
        IdentifierFactory(organisation=holder, scheme=ENTERPRISES, value=number)
        found = entered(call, clerk, legal_form="ngo", enterprise_number=number)
        assert found.organisation == partner
    assert partner.dossier.legal_form == "ngo"
    assert not partner.dossier.members.exists()


def test_no_number_finds_no_dossier():
    assert organisation_named(name="A", enterprise_number=" ", legal_form="asbl") is None


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"channel": "online"}, "intake-channel"),
        ({"arrived_at": HOUR + timedelta(hours=1)}, "arrival-ahead"),
        ({"legal_form": "asbl"}, "dossier-number-missing"),
    ],
)
def test_what_is_wrong_is_refused_whole(given, code):
    clerk, call = person("applications.intake"), a_call()
    with pytest.raises(Refused, match=code):
        entered(call, clerk, **given)
    assert not Application.objects.exists()


def test_who_may_not_and_a_call_that_cannot():
    call, clerk = a_call(), person("applications.intake")
    with pytest.raises(Refused, match="intake-not-allowed"):
        entered(call, person("applications.read"))
    call.cancelled = True
    with pytest.raises(Refused, match="call-is-cancelled"):
        entered(call, clerk)
    call.current = None
    with pytest.raises(Refused, match="call-without-form"):
        entered(call, clerk)


def test_a_track_of_another_call_is_refused():
    call, other, clerk = a_call(), a_call(), person("applications.intake")
    with pytest.raises(Refused, match="track-elsewhere"):
        enter_application(
            call, other.tracks.first(), paper_values(), original=ORIGINAL, user=clerk, now=NOW
        )


@pytest.mark.parametrize("name", ["track", "legal_form"])
def test_nothing_that_matters_is_chosen_beforehand(name):
    an_open_call()
    page = at_desk("applications.intake").get(reverse("desk-enter-application"))
    asked = str(page.context["form"][name])
    first, *others = asked.split("<option ")[1:]
    assert first.startswith('value=""')
    assert [one for one in others if " selected" in one] == []
    assert len(others) > 1


def test_the_form_of_the_desk_keeps_what_was_written():
    call, client = an_open_call(), at_desk("applications.intake")
    address = reverse("desk-enter-application")
    assert client.get(address).status_code == 200
    values = paper_values(track=f"{call.slug}:cooperation", arrived_at="2025-12-31T10:00:00")
    values["original"] = SimpleUploadedFile(*ORIGINAL, "application/pdf")
    refused = client.post(address, values)
    assert refused.status_code == 422
    assert "Aïcha Diallo" in refused.content.decode()
    values |= {
        "arrived_at": "2026-02-20T10:00:00",
        "original": SimpleUploadedFile(*ORIGINAL, "application/pdf"),
    }
    done = client.post(address, values)
    found = Application.objects.get()
    assert done.status_code == 302
    assert str(found.key) in done["Location"]
    sheet = client.get(reverse("desk-application", args=[found.key])).content.decode()
    assert "On paper" in sheet
    register = reverse("desk-register-application", args=[found.key])
    page = client.get(register)
    assert "missing or wrong" in page.content.decode()
    key = page.context["form"]["key"].value()
    assert client.post(register, {"key": key}).status_code == 422
    assert client.post(register, {"key": key, "signed": "on"}).status_code == 302
    assert client.get(register).status_code == 302
    found.refresh_from_db()
    assert found.state == State.DEPOSITED


def test_paper_comes_for_a_track_that_visitors_know():
    call, client = an_open_call(), at_desk("applications.intake")
    coming = call.tracks.get(slug="cooperation")
    coming.pk, coming.slug, coming.title = None, "coming", text("Not published yet")
    coming.save()
    address = reverse("desk-enter-application")
    assert "Not published yet" not in client.get(address).content.decode()
    values = paper_values(track=f"{call.slug}:coming", arrived_at="2026-02-20T10:00:00")
    values["original"] = SimpleUploadedFile(*ORIGINAL, "application/pdf")
    assert client.post(address, values).status_code == 422
    assert not Application.objects.exists()


def test_the_clerk_stays_outside_the_dossier_and_types_in_until_somebody_is_let_in():
    clerk = person("applications.intake", "dossiers.check")
    dossier = entered(a_call(), clerk).organisation.dossier
    assert not dossier.members.exists()
    assert dossiers_of(clerk) == []
    assert right_over(clerk, dossier) == Right.EDIT
    assert right_over(person("dossiers.read"), dossier) is None
    chair = UserFactory()
    appoint_manager(dossier, email=chair.email, checked="Letter", removed=[], actor=clerk)
    assert (right_over(clerk, dossier), right_over(chair, dossier)) == (None, Right.MANAGE)


def test_the_pages_on_which_a_clerk_types_in():
    clerk = at_desk("applications.intake", "dossiers.check")
    dossier = entered(a_call(), person("applications.intake")).organisation.dossier
    sheet = clerk.get(reverse("desk-dossier", args=[dossier.pk])).content.decode()
    assert reverse("dossier", args=[dossier.pk]) in sheet
    page = clerk.get(reverse("dossier", args=[dossier.pk]))
    assert "Nobody of the organisation yet" in page.content.decode()
    assert clerk.get(reverse("dossier-account-add", args=[dossier.pk])).status_code == 200
    for members_only in ("dossier-access", "dossier-leave"):
        assert clerk.get(reverse(members_only, args=[dossier.pk])).status_code == 404


def test_the_same_original_is_entered_once():
    clerk, call = person("applications.intake"), a_call()
    first = entered(call, clerk)
    assert entered(call, clerk).pk == first.pk
    with pytest.raises(Refused, match="intake-twice"):
        entered(call, clerk, sender="Somebody else")
    assert Application.objects.count() == Dossier.objects.count() == 1
    assert default_storage.exists(first.attachments.get().file.name)
    assert entered(call, clerk, name="Another association").pk != first.pk


def test_a_scan_is_read_before_the_lock_and_leaves_no_file_when_it_is_refused(monkeypatch):
    kept, outside = [], len(connection.savepoint_ids)

    def keep(*given, **named):
        assert len(connection.savepoint_ids) == outside
        kept.append(keep_upload(*given, **named))
        return kept[-1]

    module = "jumelage.programmes.intake.services.enter_application"
    monkeypatch.setattr(f"{module}.keep_upload", keep)
    with pytest.raises(Refused, match="dossier-number-missing"):
        entered(a_call(), person("applications.intake"), legal_form="asbl")
    assert not default_storage.exists(kept[0].file)


def test_what_was_entered_by_mistake_is_thrown_away():
    clerk = person("applications.intake")
    found = entered(a_call(), clerk)
    discard_arrival(inside(clerk, found.key), user=clerk)
    assert not Application.objects.exists()
    lines = Entry.objects.filter(act__endswith=".erase").order_by("pk")
    assert [(line.act, line.actor, line.reason) for line in lines] == [
        ("applications.erase", str(clerk.pk), "entered-by-mistake"),
        ("dossiers.erase", str(clerk.pk), "entered-by-mistake"),
    ]
    assert not Dossier.objects.exists()
    assert not Organisation.objects.exists()


@pytest.mark.parametrize("published", [True, False])
def test_an_organisation_of_the_city_stays_without_the_dossier_of_a_mistake(published):
    clerk, number = person("applications.intake"), "0403019261"
    known = OrganisationFactory(published=published)
    IdentifierFactory(organisation=known, scheme=ENTERPRISES, value=number)
    found = entered(a_call(), clerk, legal_form="asbl", enterprise_number=number)
    assert found.organisation == known
    discard_arrival(inside(clerk, found.key), user=clerk)
    assert not Dossier.objects.exists()
    assert Organisation.objects.get() == known


@pytest.mark.parametrize("what", ["words", "account", "member", "request", "application"])
def test_a_dossier_where_somebody_left_a_trace_stays(what):
    clerk, call = person("applications.intake"), a_call()
    found = entered(call, clerk)
    dossier = found.organisation.dossier
    if what == "words":
        keep_dossier(dossier, {"email": "a@test.example"}, version=1, actor=clerk)
    elif what == "account":
        AccountFactory(dossier=dossier)
    elif what == "member":
        MemberFactory(dossier=dossier, ended_at=NOW)
    elif what == "request":
        RequestFactory(organisation=found.organisation)
    else:
        second = call.tracks.create(slug="other", title=text("Other"))
        values = paper_values()
        enter_application(call, second, values, original=ORIGINAL, user=clerk, now=NOW)
    discard_arrival(inside(clerk, found.key), user=clerk)
    assert not Application.objects.filter(key=found.key).exists()
    assert Dossier.objects.get() == dossier


def test_only_paper_that_was_never_registered_is_thrown_away():
    clerk = person("applications.intake")
    kept = entered(a_call(), clerk)
    register_arrival(inside(clerk, kept.key), user=clerk, key="one", signed=True, now=NOW)
    with pytest.raises(Refused, match="application-state"):
        discard_arrival(inside(clerk, kept.key), user=clerk)
    with pytest.raises(Refused, match="intake-online"):
        discard_arrival(an_application(), user=clerk)


def test_the_page_on_which_a_mistake_is_thrown_away():
    client, clerk = at_desk("applications.intake"), person("applications.intake")
    found = entered(a_call(), clerk)
    address = reverse("desk-discard-application", args=[found.key])
    assert address in client.get(reverse("desk-application", args=[found.key])).content.decode()
    assert client.get(address).status_code == 200
    assert Application.objects.count() == 1
    assert client.post(address).status_code == 302
    online = an_application().application
    hidden = reverse("desk-discard-application", args=[online.key])
    for gone in (address, hidden):
        assert client.get(gone).status_code == 404
        answer = client.post(gone, follow=True)
        assert answer.redirect_chain == [(reverse("desk-applications"), 302)]
        assert "not here any more" in answer.content.decode()
    assert Application.objects.get() == online


def test_what_a_colleague_registered_meanwhile_is_shown_not_thrown_away():
    client, clerk = at_desk("applications.intake"), person("applications.intake")
    found = entered(a_call(), clerk)
    register_arrival(inside(clerk, found.key), user=clerk, key="one", signed=True, now=NOW)
    answer = client.post(reverse("desk-discard-application", args=[found.key]), follow=True)
    assert answer.redirect_chain == [(reverse("desk-application", args=[found.key]), 302)]
    assert "not possible in the state" in answer.content.decode()
    assert Application.objects.count() == 1


def test_who_applied_on_paper_needs_no_account():
    clerk, call = person("applications.intake"), a_call(contact_email="service@test.example")
    found = entered(call, clerk)
    deposit = register_arrival(
        inside(clerk, found.key), user=clerk, key="one", signed=True, now=NOW
    )
    mail = letter(Mail.objects.get(kind=Letter.RECEIPT))
    assert mail.to == ["aicha@test.example"]
    assert mail.attachments[0][0] == f"{deposit.number}.pdf"
    assert str(found.key) not in mail.body
    assert "service@test.example" in mail.body
    with override("fr"):
        told = receipt_data(deposit, "fr")
    values = [one["value"] for one in told["facts"]]
    assert "Aïcha Diallo" in values
    assert clerk.name not in values
    assert str(found.key) not in told["address"]


def test_after_a_check_the_clerk_lets_the_association_go_on_by_itself():
    clerk, chair = person("applications.intake"), UserFactory(email="aicha@test.example")
    found = entered(a_call(), clerk)
    access = inside(clerk, found.key)
    asked = invite_colleague(access, chair.email, "deposit", user=clerk, now=NOW)
    accept_invitation(token_of(asked), user=chair, now=NOW)
    hand_over(access, found.members.get().pk, user=clerk, now=NOW)
    assert inside(chair, found.key).role == Role.LEAD
    register_arrival(inside(clerk, found.key), user=clerk, key="one", signed=True, now=NOW)
    told = letter(Mail.objects.get(kind=Letter.RECEIPT)).body
    assert str(found.key) in told


def test_paper_stays_when_who_took_it_over_erases_their_account():
    clerk, chair = person("applications.intake"), UserFactory()
    found = entered(a_call(), clerk)
    asked = invite_colleague(inside(clerk, found.key), chair.email, "deposit", user=clerk, now=NOW)
    accept_invitation(token_of(asked), user=chair, now=NOW)
    erase_person(chair)
    assert not found.members.exists()
    assert inside(clerk, found.key).role == Role.INTAKE


def test_without_an_address_of_the_service_the_answer_goes_by_letter():
    clerk, call = person("applications.intake"), a_call(contact_email="")
    found = entered(call, clerk)
    register_arrival(inside(clerk, found.key), user=clerk, key="one", signed=True, now=NOW)
    assert "courrier" in letter(Mail.objects.get(kind=Letter.RECEIPT)).body


def test_who_applied_on_paper_is_not_told_of_a_draft():
    call = a_call()
    entered(call, person("applications.intake"))
    notice = Notice.objects.create(call=call, kind="extended", reason=text("More time"), at=NOW)
    assert tell_call_news(call, notice, Letter.EXTENDED, now=NOW) == 0
    assert tell_call_news(call, notice, Letter.CANCELLED, now=NOW) == 1
    assert Mail.objects.get().address == "aicha@test.example"


def test_the_sheet_tells_who_sent_it_and_opens_the_original():
    client, clerk = at_desk("applications.intake"), person("applications.intake")
    found = entered(a_call(), clerk, sender_phone="02 000 00 00", note="Came with a cover letter")
    address = reverse("desk-application", args=[found.key])
    original = reverse(
        "desk-application-file", args=[found.key, found.attachments.get(field="").pk]
    )
    content = client.get(address).content.decode()
    for told in (
        "Aïcha Diallo",
        "02 000 00 00",
        "cover letter",
        "Entered by the service",
        original,
    ):
        assert told in content
    assert b"".join(client.get(original).streaming_content).startswith(b"%PDF")
    handling = at_desk("applications.handle")
    assert original not in handling.get(address).content.decode()
    assert handling.get(original).status_code == 404


def test_others_do_not_enter():
    assert at_desk("applications.read").get(reverse("desk-enter-application")).status_code in {
        302,
        403,
    }
