"""Paper and e-mail: the hour of arrival decides, the original is kept, the receipt goes out, whole or not."""

from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from jumelage.city.dossiers.models import Dossier
from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.choices import Ground, Letter, State
from jumelage.programmes.applications.models import Application, Mail
from jumelage.programmes.applications.queries.deposits import content_of
from jumelage.programmes.applications.queries.files import inside
from jumelage.programmes.applications.services.writing.save_section import save_section
from jumelage.programmes.intake.queries.organisations import dossier_named
from jumelage.programmes.intake.rules.arrival import check_arrival
from jumelage.programmes.intake.services.enter_application import enter_application
from jumelage.programmes.intake.services.register_arrival import register_arrival
from tests.factories.applications import (
    ANSWERS,
    BRUSSELS,
    HOUR,
    NOW,
    a_call,
    a_dossier,
    an_application,
)
from tests.factories.intake import ORIGINAL, an_open_call, entered, paper_values
from tests.factories.staff import at_desk, person

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


def test_no_number_finds_no_dossier():
    assert dossier_named(name="A", enterprise_number=" ", legal_form="asbl") is None


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
    assert client.get(register).status_code == 404
    found.refresh_from_db()
    assert found.state == State.DEPOSITED


def test_others_do_not_enter():
    assert at_desk("applications.read").get(reverse("desk-enter-application")).status_code in {
        302,
        403,
    }
