"""The desk: who enters, what each act does, what is refused with what was written kept."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from jumelage.foundation.accounts.models import User
from jumelage.programmes.atrisk import permissions, queries
from jumelage.programmes.atrisk.choices import Act
from jumelage.programmes.atrisk.models import AdoptedPerson, Event, Publication, Restriction, Stop
from tests.factories.atrisk import (
    AdoptedPersonFactory,
    EventFactory,
    RestrictionFactory,
    officer,
    staff,
)
from tests.factories.evidence import SourceFactory

pytestmark = pytest.mark.django_db
TEXTS = {
    f"{name}_{code}": f"{name} {code}"
    for name in ("title", "says", "at", "text", "alt")
    for code in ("fr", "nl")
}


@pytest.fixture(autouse=True)
def no_second_factor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "jumelage.foundation.accounts.middleware.must_have_second_factor", lambda _user: False
    )


@pytest.fixture
def person() -> AdoptedPerson:
    return AdoptedPersonFactory(slug="nadira", published=False)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def desk() -> Client:
    return signed_in(officer())


def address(name: str) -> str:
    return reverse(f"desk-person-{name}", args=["nadira"])


ACTS = {
    "at-risk": "",
    "event": Act.KEEP,
    "check": Act.KEEP,
    "restriction": Act.KEEP,
    "ground": Act.KEEP,
    "image": Act.KEEP,
    "image-removal": Act.KEEP,
    "approve": Act.APPROVE,
    "publish": Act.PUBLISH,
    "stop": Act.STOP,
    "lift": Act.STOP,
}


@pytest.mark.usefixtures("person")
class TestDoors:
    @pytest.mark.parametrize("held", list(Act))
    def test_each_act_opens_its_own_door(self, held: Act) -> None:
        client = signed_in(staff("one@city.example", held))
        assert client.get(reverse("desk-people-at-risk")).status_code == 200
        for name, act in ACTS.items():
            answer = (
                client.post(address(name))
                if name in {"approve", "publish", "lift", "image-removal"}
                else client.get(address(name))
            )
            expected = {403} if act and act != held else {200, 302}
            assert answer.status_code in expected, (held, name)

    def test_strangers_sign_in_and_other_staff_stay_out(self) -> None:
        assert Client().get(reverse("desk-people-at-risk")).status_code == 302
        other = signed_in(staff("clerk@city.example", "portfolio.keep"))
        for name in ACTS:
            assert other.get(address(name)).status_code in {403, 405}

    def test_a_rights_matrix(self) -> None:
        checks = {
            Act.KEEP: permissions.may_keep,
            Act.APPROVE: permissions.may_approve,
            Act.PUBLISH: permissions.may_publish,
            Act.STOP: permissions.may_stop,
        }
        for held in Act:
            user = staff(f"{held.name.lower()}@city.example", held)
            assert permissions.may_read_files(user)
            assert {act for act, check in checks.items() if check(user)} == {held} & set(checks)

    def test_an_unknown_file(self, desk: Client) -> None:
        assert desk.get(reverse("desk-person-at-risk", args=["nobody"])).status_code == 404


def test_the_list_and_a_full_file(desk: Client, person: AdoptedPerson) -> None:
    EventFactory(person=person, slug="arrest", date="2022")
    EventFactory(person=person, slug="release", kind="release", date="2020")
    assert "Nadira" in desk.get(reverse("desk-people-at-risk")).content.decode()
    page = desk.get(address("at-risk")).content.decode()
    assert "libération est datée d’avant" in page or "release is dated before" in page


def test_the_officer_enters_a_release(desk: Client, person: AdoptedPerson) -> None:
    EventFactory(person=person, date="2026")
    source = SourceFactory()
    given = {
        **TEXTS,
        "kind": "release",
        "date": "2025-01-16",
        "until": "2025-01-17",
        "source": source.pk,
        "visibility": "public",
    }
    answer = desk.post(address("event"), given, follow=True)
    found = AdoptedPerson.every.get()
    assert (found.status, found.checked_on) == ("released_unconditional", timezone.localdate())
    assert len(list(answer.context["messages"])) == 2  # done; and a contradiction is kept and said


@pytest.mark.usefixtures("person")
@pytest.mark.parametrize(
    ("change", "sign"),
    [
        ({"date": "16/01/2025"}, "16/01/2025"),
        ({"date": "2025", "until": "2020"}, "2020"),
        ({"title_nl": ""}, "title fr"),
    ],
)
def test_what_is_refused_is_kept_on_the_page(
    desk: Client, change: dict[str, str], sign: str
) -> None:
    given = {
        **TEXTS,
        "kind": "release",
        "date": "2025",
        "source": SourceFactory().pk,
        "visibility": "public",
    }
    answer = desk.post(address("event"), {**given, **change})
    assert answer.status_code == 422
    assert sign in answer.content.decode()
    assert not Event.objects.exists()


@pytest.mark.usefixtures("person")
def test_a_check_and_a_restriction(desk: Client) -> None:
    source = SourceFactory().pk
    given = {
        **TEXTS,
        "checked_on": "2026-01-02",
        "status": "missing",
        "date": "2025",
        "source": source,
    }
    assert desk.post(address("check"), given).status_code == 302
    assert AdoptedPerson.every.get().status == "missing"
    assert desk.post(address("check"), {**given, "checked_on": "2999-01-01"}).status_code == 422
    given = {**TEXTS, "kind": "travel_ban", "source": source}
    assert desk.post(address("restriction"), given).status_code == 302
    page = desk.get(address("at-risk")).content.decode()
    assert "text fr" in page or "text nl" in page


@pytest.mark.usefixtures("person")
def test_from_the_ground_to_the_page_and_back(desk: Client) -> None:
    source = SourceFactory(address="https://campaign.example")
    desk.post(address("approve"))
    assert not Publication.objects.exists()
    given = {"basis": "campaign", "source": source.pk, "risk_note": "Known already"}
    assert desk.post(address("ground"), given).status_code == 302
    assert "Known already" in desk.get(address("ground")).content.decode()
    desk.post(address("approve"))
    desk.post(address("publish"))
    assert not AdoptedPerson.every.get().published
    signed_in(officer("second@city.example")).post(address("approve"))
    desk.post(address("publish"))
    assert AdoptedPerson.objects.get().published
    assert desk.get(address("at-risk")).status_code == 200
    assert desk.post(address("stop"), {"reason": "danger"}).status_code == 302
    assert not AdoptedPerson.objects.exists()
    assert Stop.objects.get().reason == "danger"
    assert desk.post(address("stop"), {"reason": "danger"}).status_code == 422
    assert desk.get(address("at-risk")).status_code == 200
    desk.post(address("lift"))
    assert not AdoptedPerson.every.get().stopped


@pytest.mark.usefixtures("person")
def test_a_disguised_picture_is_refused(desk: Client) -> None:
    given: dict[str, Any] = {**TEXTS, "credit": "City"}
    given["file"] = SimpleUploadedFile("face.jpg", b"PK\x03\x04", "image/jpeg")
    assert desk.post(address("image"), given).status_code == 422
    assert not AdoptedPerson.every.get().image


@pytest.mark.usefixtures("person")
def test_a_picture_comes_and_goes(desk: Client, settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    made = BytesIO()
    Image.new("RGB", (30, 20), "teal").save(made, "PNG")
    given: dict[str, Any] = {**TEXTS, "credit": "City"}
    given["file"] = SimpleUploadedFile("face.png", made.getvalue(), "image/png")
    assert desk.post(address("image"), given).status_code == 302
    assert AdoptedPerson.every.get().image_type == "image/png"
    assert address("image-removal") in desk.get(address("at-risk")).content.decode()
    assert desk.get(address("image-removal")).status_code == 405
    assert desk.post(address("image-removal")).status_code == 302
    assert not AdoptedPerson.every.get().image


class TestCorrections:
    def test_an_event(self, desk: Client, person: AdoptedPerson) -> None:
        EventFactory(person=person, slug="arrest", date="2020")
        EventFactory(person=person, slug="out", kind="release", date="2021")
        page = reverse("desk-person-event-correction", args=["nadira", "out"])
        assert page in desk.get(address("at-risk")).content.decode()
        assert "Title of out" in desk.get(page).content.decode()
        given = {**TEXTS, "kind": "release", "date": "2019", "visibility": "staff"}
        answer = desk.post(page, given, follow=True)
        assert len(list(answer.context["messages"])) == 2  # done; and a contradiction
        event = Event.objects.get(slug="out")
        assert (str(event.date), event.visibility, event.title["nl"]) == (
            "2019",
            "staff",
            "title nl",
        )
        unknown = reverse("desk-person-event-correction", args=["nadira", "nothing"])
        assert desk.get(unknown).status_code == 404

    def test_two_officers_on_one_restriction(self, desk: Client, person: AdoptedPerson) -> None:
        restriction = RestrictionFactory(person=person)
        page = reverse("desk-person-restriction-correction", args=["nadira", "travel_ban"])
        marks = desk.get(page).context["marks"]
        texts = {f"text_{code}": text for code, text in restriction.text.items()}
        assert desk.post(page, {**texts, "end": "2025", "marks": marks}).status_code == 302
        mine = {**texts, "end": "2030", "marks": marks}
        answer = desk.post(page, mine)
        told = answer.content.decode()
        assert answer.status_code == 422
        assert ">2025</td>" in told
        assert ">2030</td>" in told
        answer = desk.post(page, {**mine, "marks": answer.context["marks"]})
        assert answer.status_code == 302
        assert str(Restriction.objects.get().end) == "2030"
        unknown = reverse("desk-person-restriction-correction", args=["nadira", "fine"])
        assert desk.get(unknown).status_code == 404

    @pytest.mark.usefixtures("person")
    def test_a_ground_changed_meanwhile(self, desk: Client) -> None:
        source = SourceFactory(address="https://campaign.example")
        given = {"basis": "campaign", "source": source.pk, "risk_note": "First"}
        desk.post(address("ground"), given)
        marks = desk.get(address("ground")).context["marks"]
        desk.post(address("ground"), {**given, "risk_note": "Theirs", "marks": marks})
        answer = desk.post(address("ground"), {**given, "risk_note": "Mine", "marks": marks})
        assert answer.status_code == 422
        assert Publication.objects.get().risk_note == "Theirs"
        refused = desk.post(address("ground"), {**given, "risk_note": " ", "marks": marks})
        assert refused.context["marks"] == marks


class TestWaiting:
    TODAY = date(2026, 6, 10)

    def test_old_checks_and_missing_approvals(self) -> None:
        old = AdoptedPersonFactory(checked_on=None)
        asked, imported = (
            AdoptedPersonFactory(published=False),
            AdoptedPersonFactory(published=False),
        )
        source = SourceFactory()
        mine = Publication.objects.create(person=asked, basis="campaign", source=source)
        Publication.objects.create(person=imported, basis="imported", source=source)
        me, colleague = officer(), officer("b@city.example")
        checks, approvals = queries.waiting(me, self.TODAY)
        assert (checks.count, checks.urgent, checks.examples[0][0]) == (1, True, old.name)
        assert (approvals.count, approvals.examples[0][0]) == (1, asked.name)
        mine.approvals.create(by=me, at=timezone.now())
        assert queries.waiting(me, self.TODAY)[1].count == 0
        assert queries.waiting(colleague, self.TODAY)[1].count == 1
        mine.approvals.create(by=colleague, at=timezone.now())
        assert queries.waiting(officer("c@city.example"), self.TODAY)[1].count == 0

    def test_nothing_for_others(self) -> None:
        assert queries.waiting(staff("clerk@city.example", "portfolio.keep"), self.TODAY) == []

    def test_a_reader_is_asked_nothing(self) -> None:
        AdoptedPersonFactory(checked_on=None)
        found = queries.waiting(staff("reader@city.example", Act.READ), self.TODAY)
        assert [one.count for one in found] == [0, 0]
