"""The evidence register: who enters, what is kept and refused, who is reminded and how often."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.fairtrade import queries
from jumelage.programmes.fairtrade.choices import Act
from jumelage.programmes.fairtrade.models import Certificate, Reminder
from jumelage.programmes.fairtrade.services.keep_certificate import keep_certificate
from jumelage.programmes.fairtrade.services.remind_clerks import remind_clerks
from jumelage.programmes.fairtrade.tasks import tell_clerk
from tests.factories.fairtrade import CertificateFactory, MarkFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.staff import at_desk, person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def places(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture
def desk() -> Client:
    return at_desk(Act.KEEP)


def picture() -> bytes:
    made = BytesIO()
    Image.new("RGB", (20, 20), "white").save(made, "PNG")
    return made.getvalue()


def answers(**changed: Any) -> dict[str, Any]:
    today = timezone.localdate()
    return {
        "supplier": OrganisationFactory().pk,
        "mark": MarkFactory(name="Testfair").pk,
        "number": "T-1",
        "scope": "Coffee beans",
        "valid_from": (today - timedelta(days=345)).isoformat(),
        "valid_until": (today + timedelta(days=20)).isoformat(),
        **changed,
    }


def test_a_clerk_adds_a_certificate_that_expires_in_20_days_and_is_reminded() -> None:
    """The journey: form, list, file, reminder; one mail, once."""
    clerk = person(Act.KEEP, language="fr")
    desk = Client()
    desk.force_login(clerk)
    file = SimpleUploadedFile("proof.png", picture(), "image/png")
    answer = desk.post(reverse("desk-certificate-add"), {**answers(), "file": file}, follow=True)
    assert answer.status_code == 200
    kept = Certificate.objects.get()
    assert kept.file.name.startswith("certificates/")
    page = desk.get(reverse("desk-certificates"), {"standing": "soon"}).content.decode()
    assert "Testfair T-1" in page
    sent = desk.get(reverse("desk-certificate-file", args=[kept.pk]))
    assert sent["Content-Type"] == "image/png"
    assert "no-store" in sent["Cache-Control"]
    assert b"".join(sent.streaming_content).startswith(b"\x89PNG")
    call_command("remind_certificates")
    call_command("remind_certificates")
    (letter,) = mail.outbox
    assert letter.to == [clerk.email]
    assert "20" in letter.body
    assert f"/desk/certificates/{kept.pk}/" in letter.body
    assert [one.threshold_days for one in Reminder.objects.all()] == [30]
    page = desk.get(reverse("desk-certificate", args=[kept.pk])).content.decode()
    assert "30" in page


def test_one_reminder_a_threshold_and_anew_after_a_renewal() -> None:
    """30, 7 and the end; a new end begins again."""
    person(Act.KEEP)
    certificate = CertificateFactory()
    end = certificate.valid_until
    for left, told in ((20, 1), (19, 0), (7, 1), (3, 0), (-1, 1), (-9, 0)):
        assert remind_clerks(today=end - timedelta(days=left)) == told, left
    assert len(mail.outbox) == 3
    Certificate.objects.update(valid_until=end + timedelta(days=365))
    assert remind_clerks(today=end + timedelta(days=300)) == 0
    assert remind_clerks(today=end + timedelta(days=340)) == 1


def test_without_a_clerk_nothing_is_written_down() -> None:
    """Nobody is passed over; somebody who left gets nothing."""
    certificate = CertificateFactory()
    gone = person(Act.KEEP)
    gone.is_active = False
    gone.save()
    today = timezone.localdate()
    assert remind_clerks(today=today) == 0
    tell_clerk.enqueue(gone.pk, [certificate.pk], today.isoformat())
    assert (mail.outbox, Reminder.objects.count()) == ([], 0)


def test_an_end_before_the_start_is_refused_and_what_was_written_stays(desk: Client) -> None:
    """With both dates in the sentence."""
    given = answers(valid_from="2026-05-02", valid_until="2026-05-01", scope="Beans of Labé")
    answer = desk.post(reverse("desk-certificate-add"), given)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "The certificate ends on 1 May 2026, before it starts on 2 May 2026." in page
    assert "Beans of Labé" in page
    assert not Certificate.objects.exists()


def test_a_disguised_file_is_refused_and_nothing_is_kept(desk: Client) -> None:
    """A picture that calls itself PDF."""
    file = SimpleUploadedFile("proof.pdf", picture(), "application/pdf")
    answer = desk.post(reverse("desk-certificate-add"), {**answers(), "file": file})
    assert answer.status_code == 422
    assert not Certificate.objects.exists()
    assert desk.post(reverse("desk-certificate-add"), {"number": ""}).status_code == 422


def test_the_same_again_changes_nothing_and_a_double_is_refused(desk: Client) -> None:
    """One line in the journal a change."""
    given = answers()
    desk.post(reverse("desk-certificate-add"), given)
    kept = Certificate.objects.get()
    change = reverse("desk-certificate-change", args=[kept.pk])
    assert desk.get(change).status_code == 200
    lines = Entry.objects.filter(act="fairtrade.keep-certificate")
    desk.post(change, given)
    assert lines.count() == 1
    desk.post(change, {**given, "scope": "Tea"})
    assert lines.count() == 2
    answer = desk.post(reverse("desk-certificate-add"), given)
    assert "in the register already: Testfair, number T-1" in answer.content.decode()
    with pytest.raises(Refused, match="certificate-known"):
        keep_certificate(
            None,
            {
                "mark": kept.mark,
                "number": "T-1",
                "valid_from": kept.valid_from,
                "valid_until": kept.valid_until,
            },
            actor=None,
        )


def test_two_clerks_on_one_certificate(desk: Client) -> None:
    """What only one of them changed stays; where both did, both texts are shown and nothing is lost."""
    given = answers()
    desk.post(reverse("desk-certificate-add"), given)
    change = reverse("desk-certificate-change", args=[Certificate.objects.get().pk])
    marks = desk.get(change).context["marks"]
    desk.post(change, {**given, "scope": "Tea", "marks": marks})
    desk.post(change, {**given, "number": "T-2", "marks": marks})
    kept = Certificate.objects.get()
    assert (kept.scope, kept.number) == ("Tea", "T-2")
    answer = desk.post(change, {**given, "scope": "Cocoa", "number": "T-2", "marks": marks})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert ">Tea</td>" in page
    assert ">Cocoa</td>" in page
    again = {**given, "scope": "Cocoa", "number": "T-2", "marks": answer.context["marks"]}
    assert desk.post(change, again).status_code == 302
    assert Certificate.objects.get().scope == "Cocoa"


def test_a_check_is_dated_and_never_of_tomorrow(desk: Client) -> None:
    """By whom, on which day, with what answer."""
    certificate = CertificateFactory()
    address = reverse("desk-certificate-check", args=[certificate.pk])
    today = timezone.localdate()
    late = {"on": (today + timedelta(days=1)).isoformat(), "answer": "confirmed"}
    assert desk.post(address, late).status_code == 422
    given = {"on": today.isoformat(), "answer": "suspended", "note": "Seen"}
    assert desk.post(address, given).status_code == 302
    check = certificate.checks.get()
    assert (check.answer, check.on) == ("suspended", today)
    assert str(check.by).startswith("Person")


ACTS = {
    "desk-certificates": {Act.READ, Act.KEEP},
    "desk-certificate": {Act.READ, Act.KEEP},
    "desk-certificate-add": {Act.KEEP},
    "desk-certificate-change": {Act.KEEP},
    "desk-certificate-check": {Act.KEEP},
}


@pytest.mark.parametrize("name", ACTS)
def test_each_view_asks_for_its_act(name: str) -> None:
    """Others are refused; strangers are led to sign in."""
    number = CertificateFactory().pk
    bare = {"desk-certificates", "desk-certificate-add"}
    address = reverse(name, args=[] if name in bare else [number])
    for act in ("registers.read", *Act):
        status = at_desk(act).get(address).status_code
        assert status == (200 if act in ACTS[name] else 403), act
    assert Client().get(address).status_code == 302


def test_expired_and_soon_are_both_counted() -> None:
    """One ended yesterday, one ends in 20 days: 1 and 1."""
    today = timezone.localdate()
    CertificateFactory(valid_until=today - timedelta(days=1))
    CertificateFactory()
    CertificateFactory(valid_from=today + timedelta(days=1))
    CertificateFactory(valid_until=today + timedelta(days=400))
    clerk = person(Act.KEEP)
    found = queries.counts(clerk, today=today)
    assert found == {"expired": 1, "soon": 1, "future": 1, "valid": 1}
    assert [one.count for one in queries.waiting(clerk, today)] == [1, 1]
    reader = person("registers.read")
    assert queries.waiting(reader, today) == []
    assert not queries.certificates_for(reader)
    assert queries.standing_on(queries.certificates_for(clerk), "", today=today).count() == 4


def test_what_is_not_there_is_not_found(desk: Client) -> None:
    """No row, and no file."""
    assert desk.get(reverse("desk-certificate", args=[999])).status_code == 404
    certificate = CertificateFactory()
    assert desk.get(reverse("desk-certificate-file", args=[certificate.pk])).status_code == 404


@pytest.mark.parametrize("many", [1, 25])
def test_the_list_costs_the_same_with_many(
    desk: Client, many: int, django_assert_max_num_queries: Any
) -> None:
    """At most 15 queries."""
    CertificateFactory.create_batch(many)
    with django_assert_max_num_queries(15):
        assert desk.get(reverse("desk-certificates")).status_code == 200


def test_a_membership_warns_on_its_certificate(desk: Client) -> None:
    """Not the conformity of a garment."""
    certificate = CertificateFactory(
        mark__kind="membership", valid_from=date(2025, 1, 2), valid_until=date(2026, 1, 2)
    )
    page = desk.get(reverse("desk-certificate", args=[certificate.pk])).content.decode()
    assert "membership of a brand" in page
    assert "Expired" in page
