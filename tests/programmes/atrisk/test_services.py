"""The acts: what they change, what they refuse, what the journal says."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from PIL import Image

from jumelage.city.evidence.models import Claim
from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.asking import clashes_of
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.foundation.registers.queries.meeting import marks_seen
from jumelage.programmes.atrisk.choices import Basis, EventKind, Status, StopReason
from jumelage.programmes.atrisk.models import AdoptedPerson, Approval, Publication
from jumelage.programmes.atrisk.queries.gate import lacks
from jumelage.programmes.atrisk.services.approve_publication import approve_publication
from jumelage.programmes.atrisk.services.import_publication import import_publication
from jumelage.programmes.atrisk.services.keep_ground import keep_ground
from jumelage.programmes.atrisk.services.keep_membership import keep_membership
from jumelage.programmes.atrisk.services.keep_person import keep_person
from jumelage.programmes.atrisk.services.lift_stop import lift_stop
from jumelage.programmes.atrisk.services.picture.keep_image import keep_image
from jumelage.programmes.atrisk.services.picture.remove_image import remove_image
from jumelage.programmes.atrisk.services.publish_person import publish_person
from jumelage.programmes.atrisk.services.stop_person import stop_person
from jumelage.programmes.atrisk.services.timeline.check_status import check_status
from jumelage.programmes.atrisk.services.timeline.correct_entry import correct_entry
from jumelage.programmes.atrisk.services.timeline.enter_event import enter_event
from jumelage.programmes.atrisk.services.timeline.keep_restriction import keep_restriction
from tests.factories.atrisk import AdoptedPersonFactory, RestrictionFactory, officer, piece
from tests.factories.evidence import SourceFactory
from tests.factories.texts import text

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def last() -> Entry:
    entry = Entry.objects.last()
    assert entry
    return entry


def fresh(person: AdoptedPerson) -> AdoptedPerson:
    return AdoptedPerson.every.get(pk=person.pk)


@pytest.fixture
def campaign() -> dict[str, Any]:
    source = SourceFactory(address="https://campaign.example", voice="civil_society")
    return {"basis": Basis.CAMPAIGN, "source": source, "risk_note": "The name is known already."}


class TestPublication:
    def test_two_different_people_then_the_page(self, campaign: dict[str, Any]) -> None:
        person, first, second = (
            AdoptedPersonFactory(published=False),
            officer(),
            officer("b@city.example"),
        )
        keep_ground(person, campaign, actor=first, today=TODAY)
        approve_publication(person, actor=first, today=TODAY)
        with pytest.raises(Refused, match="atrisk-two-approvals"):
            publish_person(person, actor=first, today=TODAY)
        with pytest.raises(Refused, match="atrisk-approved-already"):
            approve_publication(person, actor=first, today=TODAY)
        assert lacks(person, today=TODAY)
        approve_publication(person, actor=second, today=TODAY)
        assert lacks(person, today=TODAY) == ""
        publish_person(person, actor=first, today=TODAY)
        assert fresh(person).published
        assert (last().act, last().public) == ("atrisk.publish", True)
        lines = Entry.objects.count()
        publish_person(person, actor=first, today=TODAY)
        assert Entry.objects.count() == lines

    def test_a_changed_ground_takes_approvals_and_page_back(self, campaign: dict[str, Any]) -> None:
        person, user = AdoptedPersonFactory(), officer()
        keep_ground(person, campaign, actor=user, today=TODAY)
        assert (fresh(person).published, last().public) == (False, True)
        approve_publication(person, actor=user, today=TODAY)
        lines = Entry.objects.count()
        keep_ground(person, campaign, actor=user, today=TODAY)
        assert (Approval.objects.count(), Entry.objects.count()) == (1, lines)
        keep_ground(person, {**campaign, "risk_note": "Other"}, actor=user, today=TODAY)
        assert (Approval.objects.count(), last().public) == (0, False)

    def test_an_incomplete_ground_is_not_kept(self, campaign: dict[str, Any]) -> None:
        person = AdoptedPersonFactory()
        with pytest.raises(Refused, match="atrisk-risk-note-missing"):
            keep_ground(person, {**campaign, "risk_note": ""}, actor=officer(), today=TODAY)
        assert not Publication.objects.exists()
        assert fresh(person).published

    def test_texts_must_be_there_in_both_languages(self, campaign: dict[str, Any]) -> None:
        person = AdoptedPersonFactory(published=False, who={"fr": "Poète"})
        users = officer(), officer("b@city.example")
        keep_ground(person, campaign, actor=users[0], today=TODAY)
        for user in users:
            approve_publication(person, actor=user, today=TODAY)
        with pytest.raises(Refused, match="texts-missing"):
            publish_person(person, actor=users[0], today=TODAY)

    def test_an_ended_consent_hides_the_page(self, campaign: dict[str, Any], capsys: Any) -> None:
        person, other = AdoptedPersonFactory(), AdoptedPersonFactory()
        Publication.objects.create(person=person, expires_on=date(2020, 1, 1), **campaign)
        Publication.objects.create(person=other, **campaign)
        call_command("withdraw_expired")
        assert capsys.readouterr().out == "1\n"
        assert (fresh(person).published, fresh(other).published) == (False, True)
        assert (last().act, last().public) == ("atrisk.withdraw-expired", True)


class TestStop:
    def test_it_hides_and_is_told_without_the_reason(self) -> None:
        person, user = AdoptedPersonFactory(), officer()
        stop = stop_person(person, reason=StopReason.DANGER, actor=user)
        found = fresh(person)
        assert (found.published, found.stopped, stop.reason) == (False, True, "danger")
        line = last()
        assert (line.act, line.public, line.reason, line.details) == ("atrisk.stop", True, "", {})
        with pytest.raises(Refused, match="atrisk-stopped-already"):
            stop_person(person, reason=StopReason.DANGER, actor=user)

    def test_lifting_it_shows_nothing_and_forgets_the_approvals(
        self, campaign: dict[str, Any]
    ) -> None:
        person, user = AdoptedPersonFactory(published=False), officer()
        with pytest.raises(Refused, match="atrisk-not-stopped"):
            lift_stop(person, actor=user)
        keep_ground(person, campaign, actor=user, today=TODAY)
        approve_publication(person, actor=user, today=TODAY)
        stop = stop_person(person, reason=StopReason.REQUEST, actor=user)
        with pytest.raises(Refused, match="atrisk-stopped"):
            publish_person(person, actor=user, today=TODAY)
        lift_stop(person, actor=user)
        stop.refresh_from_db()
        found = fresh(person)
        assert (found.published, found.stopped, Approval.objects.count()) == (False, False, 0)
        assert stop.lifted_by == user


class TestImport:
    def test_it_shows_once_and_makes_up_no_approver(self) -> None:
        person, source = (
            AdoptedPersonFactory(published=False),
            SourceFactory(address="https://city.example"),
        )
        for _ in range(2):
            import_publication(person, source=source, pinpoint=text("§ 2"))
        assert fresh(person).published
        assert not Approval.objects.exists()
        assert Entry.objects.filter(act="atrisk.import-publication").count() == 1

    def test_it_never_undoes_a_stop_lifted_or_not(self) -> None:
        person, source = AdoptedPersonFactory(), SourceFactory(address="https://city.example")
        user = officer()
        stop_person(person, reason=StopReason.ERROR, actor=user)
        import_publication(person, source=source, pinpoint=text("§ 2"))
        assert fresh(person).stopped
        lift_stop(person, actor=user)
        import_publication(person, source=source, pinpoint=text("§ 2"))
        assert not fresh(person).published

    def test_only_the_city_page(self) -> None:
        source = SourceFactory(address="https://press.example", voice="press")
        with pytest.raises(Refused, match="atrisk-import-not-city"):
            import_publication(AdoptedPersonFactory(), source=source, pinpoint=text("§ 2"))


class TestKeepPerson:
    VALUES: dict[str, Any] = {
        "name": "Nadira",
        "country": "IR",
        "who": text("A poet"),
        "events": [{"slug": "arrest", "kind": "arrest", "title": text("Arrest"), "date": "2018"}],
        "checks": [{"checked_on": "2026-01-01", "status": "detained", "date": "2018"}],
    }

    def test_without_a_paragraph_nobody_is_shown(self) -> None:
        person = keep_person("nadira", self.VALUES)
        assert (person.published, person.status) == (False, "detained")
        assert person.checked_on == date(2026, 1, 1)
        assert last().public is False

    def test_the_same_again_changes_nothing(self) -> None:
        source = SourceFactory(address="https://city.example")
        values = {**self.VALUES, "publication": {"source": source, "pinpoint": text("§ 1")}}
        keep_person("nadira", values)
        lines = Entry.objects.count()
        assert keep_person("nadira", values).published
        assert Entry.objects.count() == lines

    def test_what_the_staff_entered_stays(self) -> None:
        person = keep_person("nadira", self.VALUES)
        values = {"kind": EventKind.RELEASE, "title": text("Out"), "date": PartialDate(2026, 2, 1)}
        enter_event(person, values, evidence=piece(SourceFactory()), today=TODAY, actor=officer())
        keep_person("nadira", self.VALUES)
        found = fresh(person)
        assert [event.slug for event in found.events.all()] == ["arrest", "release-1"]
        assert (found.status, found.checked_on) == ("released_unconditional", TODAY)

    def test_a_person_without_a_check_is_unknown(self) -> None:
        person = keep_person("nadira", {**self.VALUES, "checks": []})
        assert (person.status, person.checked_on) == ("unknown", None)

    def test_an_interval_in_reverse_is_refused(self) -> None:
        event = {**self.VALUES["events"][0], "until": "2010"}
        with pytest.raises(Refused, match="period-reversed"):
            keep_person("nadira", {**self.VALUES, "events": [event]})


class TestEvents:
    def test_a_release_closes_the_letters(self) -> None:
        person, user = AdoptedPersonFactory(), officer()
        values = {
            "kind": EventKind.RELEASE,
            "title": text("Out"),
            "date": PartialDate(2025, 1, 16),
            "until": PartialDate(2025, 1, 17),
        }
        evidence = piece(SourceFactory())
        enter_event(person, values, evidence=evidence, today=TODAY, actor=user)
        found = fresh(person)
        assert found.status == Status.RELEASED
        assert (str(found.status_date), str(found.status_until)) == ("2025-01-16", "2025-01-17")
        assert found.checked_on == TODAY
        assert Claim.objects.count() == 2
        assert last().act == "atrisk.check-status"
        lines = Entry.objects.count()
        enter_event(person, values, evidence=evidence, today=TODAY, actor=user)
        assert Entry.objects.count() == lines
        other = {**values, "title": text("Out at last")}
        enter_event(person, other, evidence=evidence, today=TODAY, actor=user)
        assert [event.slug for event in found.events.all()] == ["release-1", "release-2"]

    @pytest.mark.parametrize(
        ("end", "status"),
        [(None, Status.RESTRICTED), (PartialDate(2024), Status.RELEASED)],
    )
    def test_released_is_not_free(self, end: PartialDate | None, status: str) -> None:
        person = AdoptedPersonFactory()
        RestrictionFactory(person=person, end=end)
        values = {"kind": EventKind.RELEASE, "title": text("Out"), "date": PartialDate(2025, 1)}
        enter_event(person, values, evidence=piece(SourceFactory()), today=TODAY, actor=officer())
        assert fresh(person).status == status

    def test_a_statement_changes_no_status(self) -> None:
        person = AdoptedPersonFactory()
        values = {"kind": EventKind.STATEMENT, "title": text("Said"), "date": None}
        enter_event(person, values, evidence=piece(SourceFactory()), today=TODAY, actor=officer())
        assert (fresh(person).status, last().act) == (Status.DETAINED, "atrisk.enter-event")


class TestChecks:
    def test_an_older_check_is_kept_and_does_not_rule(self) -> None:
        person, user, evidence = AdoptedPersonFactory(), officer(), piece(SourceFactory())
        new = {"status": Status.MISSING, "date": PartialDate(2026)}
        check_status(person, new, evidence=evidence, on=TODAY, today=TODAY, actor=user)
        old = {"status": Status.AT_RISK, "date": PartialDate(2019)}
        check_status(person, old, evidence=evidence, on=date(2020, 1, 1), today=TODAY, actor=user)
        assert (fresh(person).status, person.checks.count()) == (Status.MISSING, 2)

    def test_twice_on_a_day_is_one_check(self) -> None:
        person, user, evidence = AdoptedPersonFactory(), officer(), piece(SourceFactory())
        for _ in range(2):
            values = {"status": Status.MISSING, "date": PartialDate(2026)}
            check_status(person, values, evidence=evidence, on=TODAY, today=TODAY, actor=user)
        assert person.checks.count() == 1
        assert Entry.objects.filter(act="atrisk.check-status").count() == 1

    def test_tomorrow_is_refused(self) -> None:
        with pytest.raises(Refused, match="atrisk-check-future"):
            check_status(
                AdoptedPersonFactory(),
                {"status": Status.MISSING},
                evidence=[],
                on=date(2026, 11, 23),
                today=TODAY,
                actor=None,
            )


def test_a_restriction_is_kept_once() -> None:
    person, given = AdoptedPersonFactory(), {"evidence": piece(SourceFactory()), "today": TODAY}
    for _ in range(2):
        keep_restriction(person, "travel_ban", {"text": text("No")}, **given, actor=None)
    assert person.restrictions.count() == 1
    assert Entry.objects.filter(act="atrisk.keep-restriction").count() == 1
    with pytest.raises(Refused, match="atrisk-restriction-known"):
        keep_restriction(person, "travel_ban", {"text": text("Other")}, **given, actor=None)
    assert fresh(person).status == Status.DETAINED


@pytest.mark.parametrize(
    ("end", "status"),
    [(None, Status.RESTRICTED), (PartialDate(2025), Status.RELEASED)],
)
def test_a_restriction_told_after_the_release_binds(end: PartialDate | None, status: str) -> None:
    since = PartialDate(2025, 1, 16)
    person = AdoptedPersonFactory(status=Status.RELEASED, status_date=since)
    given = {"evidence": piece(SourceFactory()), "today": TODAY, "stored_copy": True}
    values = {"text": text("No"), "end": end}
    keep_restriction(person, "travel_ban", values, **given, actor=officer())
    found = fresh(person)
    assert (found.status, found.status_date) == (status, since)
    assert [check.stored_copy for check in found.checks.all()] == [True] * (end is None)


class TestCorrections:
    def test_an_event_keeps_its_sources_and_its_status(self) -> None:
        person, user = AdoptedPersonFactory(), officer()
        values = {"kind": EventKind.ARREST, "title": text("Arrest"), "date": PartialDate(2025)}
        given = {"evidence": piece(SourceFactory()), "today": TODAY}
        event = enter_event(person, values, **given, actor=user)
        lines = Entry.objects.count()
        correct_entry(event, {"date": PartialDate(2025)}, actor=user)
        assert Entry.objects.count() == lines
        correct_entry(event, {"date": PartialDate(2024)}, actor=user)
        event.refresh_from_db()
        assert str(event.date) == "2024"
        assert (last().act, last().details["fields"]) == ("atrisk.correct-event", ["date"])
        assert Claim.objects.filter(subject_id=event.pk).exists()
        assert fresh(person).status_date == PartialDate(2025)

    def test_two_officers_on_one_restriction(self) -> None:
        restriction, user = RestrictionFactory(), officer()
        marks = marks_seen(restriction, ("text", "end"))
        correct_entry(restriction, {"end": PartialDate(2025)}, marks=marks, actor=user)
        mine = {"text": text("Other"), "end": None}
        correct_entry(restriction, mine, marks=marks, actor=user)
        restriction.refresh_from_db()
        assert (str(restriction.end), restriction.text["fr"]) == ("2025", "Other (fr)")
        clash = {"text": text("Third"), "end": PartialDate(2030)}
        with pytest.raises(Refused, match="record-changed") as refusal:
            correct_entry(restriction, clash, marks=marks, actor=user)
        clashes = clashes_of(refusal.value, {"end": "Until"})
        assert [(one["name"], one["theirs"], one["mine"]) for one in clashes][1] == (
            "Until",
            "2025",
            "2030",
        )
        assert last().act == "atrisk.correct-restriction"


def test_a_membership_is_kept() -> None:
    made = keep_membership(
        "villes-lumieres", {"network": text("Villes Lumières"), "joined": "2015"}
    )
    assert (made.network["fr"], str(made.joined)) == ("Villes Lumières (fr)", "2015")


class TestImage:
    def picture(self, *, size: tuple[int, int] = (40, 20), kind: str = "PNG", **more: Any) -> bytes:
        made = BytesIO()
        Image.new("RGB", size, "teal").save(made, kind, **more)
        return made.getvalue()

    @pytest.fixture(autouse=True)
    def media(self, settings: Any, tmp_path: Any) -> None:
        settings.MEDIA_ROOT = tmp_path

    def test_what_the_camera_wrote_is_gone(self) -> None:
        person, exif = AdoptedPersonFactory(), Image.Exif()
        exif[0x010F] = "SECRET-CAMERA"
        content = self.picture(size=(2000, 1000), kind="JPEG", exif=exif)
        keep_image(person, content, alt=text("A face"), credit="City", actor=None)
        found = fresh(person)
        with found.image.open("rb") as file:
            kept = file.read()
        assert b"SECRET-CAMERA" not in kept
        assert Image.open(BytesIO(kept)).size == (1200, 600)
        assert person.slug not in found.image.name
        assert found.image_type == "image/jpeg"
        assert (last().act, last().public) == ("atrisk.keep-image", True)

    def test_the_one_before_is_deleted_and_the_last_goes_with_its_words(
        self, django_capture_on_commit_callbacks: Any
    ) -> None:
        person = AdoptedPersonFactory()
        names = []
        for width in (40, 50, 50):
            with django_capture_on_commit_callbacks(execute=True):
                content = self.picture(size=(width, 20))
                keep_image(person, content, alt=text("A face"), credit="City", actor=None)
            names.append(fresh(person).image.name)
        assert names[0] != names[1] == names[2]
        assert [default_storage.exists(name) for name in names] == [False, True, True]
        with django_capture_on_commit_callbacks(execute=True):
            remove_image(fresh(person), actor=None)
        found = fresh(person)
        assert (found.image.name, found.image_type, found.image_credit) == ("", "", "")
        assert not found.image_alt
        assert not default_storage.exists(names[1])
        lines = Entry.objects.count()
        remove_image(found, actor=None)
        assert Entry.objects.count() == lines

    def test_bad_pictures(self) -> None:
        person = AdoptedPersonFactory()
        told = {"credit": "City", "actor": None}
        with pytest.raises(Refused, match="atrisk-image-alt-missing"):
            keep_image(person, self.picture(), alt={"fr": "Visage"}, **told)
        with pytest.raises(Refused, match="upload-kind"):
            keep_image(person, b"%PDF-1.7 a letter", alt=text("A face"), **told)
        large = self.picture(size=(9000, 5000))
        with pytest.raises(Refused, match="upload-pixels"):
            keep_image(person, large, alt=text("A face"), **told)
        assert not fresh(person).image
