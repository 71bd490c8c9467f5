"""Dossiers that nobody manages: announced, then erased, unless something keeps them."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command

from jumelage.city.dossiers.choices import Right
from jumelage.city.dossiers.models import Dossier
from jumelage.city.organisations.models import Organisation
from jumelage.foundation.audit.models import Entry
from jumelage.programmes.intake.queries.idle import addresses_of, idle_dossiers
from jumelage.programmes.intake.services.nightly import erase_idle_dossiers as nightly
from jumelage.programmes.intake.services.nightly.erase_idle_dossiers import erase_idle_dossiers
from jumelage.programmes.intake.tasks import tell_dossier_ageing
from tests.factories.accounts import UserFactory
from tests.factories.applications import a_call
from tests.factories.dossiers import (
    NOW,
    DocumentFactory,
    DossierFactory,
    MemberFactory,
    OfficerFactory,
    RequestFactory,
    managed,
    with_number,
)
from tests.factories.intake import entered
from tests.factories.staff import person

pytestmark = pytest.mark.django_db
END = NOW + timedelta(days=365)
WARNING = END - timedelta(days=14)


@pytest.fixture
def mails(mailoutbox: list[Any], monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What was written, and what is thrown away; nothing waits for the end of the test's own transaction."""
    monkeypatch.setattr("django.db.transaction.on_commit", lambda act, **_: act())
    return mailoutbox


def test_one_is_announced_then_erased_with_its_files(mails: list[Any]) -> None:
    dossier = with_number(DossierFactory(email="info@test.example"))
    file = default_storage.save("dossiers/aa/idle.pdf", ContentFile(b"x"))
    DocumentFactory(dossier=dossier, file=file)
    assert erase_idle_dossiers(now=WARNING - timedelta(seconds=1)) == (0, 0)
    assert erase_idle_dossiers(now=WARNING) == (1, 0)
    assert erase_idle_dossiers(now=END - timedelta(seconds=1)) == (0, 0)
    assert [mail.to for mail in mails] == [["info@test.example"]]
    assert dossier.name in mails[0].subject
    assert " / " in mails[0].subject
    assert default_storage.exists(file)
    assert erase_idle_dossiers(now=END) == (0, 1)
    assert not Dossier.objects.exists()
    assert not Organisation.objects.filter(pk=dossier.organisation_id).exists()
    assert not default_storage.exists(file)
    acts = Entry.objects.order_by("pk").values_list("act", "reason", "actor")
    assert list(acts) == [("dossiers.warn", "", ""), ("dossiers.erase", "retention", "")]


def test_a_change_after_the_warning_starts_anew() -> None:
    dossier = DossierFactory()
    erase_idle_dossiers(now=WARNING)
    Dossier.objects.update(changed_at=END - timedelta(days=1))
    assert erase_idle_dossiers(now=END) == (0, 0)
    assert idle_dossiers()[0].dossier == dossier
    assert idle_dossiers()[0].warned_at is None


def test_the_year_counts_from_the_departure_of_the_last_member() -> None:
    MemberFactory(ended_at=NOW + timedelta(days=100))
    assert erase_idle_dossiers(now=END) == (0, 0)
    assert erase_idle_dossiers(now=END + timedelta(days=100)) == (1, 0)


def test_a_late_warning_still_gives_its_time() -> None:
    DossierFactory()
    late = END + timedelta(days=50)
    assert erase_idle_dossiers(now=late) == (1, 0)
    assert erase_idle_dossiers(now=late + timedelta(days=13)) == (0, 0)
    assert erase_idle_dossiers(now=late + timedelta(days=14)) == (0, 1)


def test_what_keeps_a_dossier() -> None:
    managed()
    RequestFactory(organisation=DossierFactory().organisation)
    DossierFactory(organisation__published=True)
    Organisation.objects.create(
        slug="double",
        name={},
        kind="other",
        country="BE",
        merged_into=DossierFactory().organisation,
    )
    entered(a_call(), person("applications.intake"))
    assert Dossier.objects.count() == 5
    assert idle_dossiers() == []


def test_let_in_at_the_last_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = DossierFactory()
    erase_idle_dossiers(now=WARNING)
    found = idle_dossiers()
    monkeypatch.setattr(nightly, "idle_dossiers", lambda: found)
    MemberFactory(dossier=dossier)
    assert erase_idle_dossiers(now=END) == (0, 0)
    assert Dossier.objects.exists()


def test_nobody_is_warned_of_what_is_used_or_gone_meanwhile(
    monkeypatch: pytest.MonkeyPatch, mails: list[Any]
) -> None:
    used, gone = DossierFactory(), DossierFactory()
    DossierFactory(email="info@test.example")
    found = idle_dossiers()
    monkeypatch.setattr(nightly, "idle_dossiers", lambda: found)
    MemberFactory(dossier=used)
    gone.delete()
    assert erase_idle_dossiers(now=WARNING) == (1, 0)
    assert [mail.to for mail in mails] == [["info@test.example"]]


def test_who_is_warned_and_in_which_language(settings: Any) -> None:
    dossier = DossierFactory(email="Info@test.example")
    OfficerFactory(dossier=dossier, email="chair@test.example")
    OfficerFactory(dossier=dossier)
    reader = UserFactory(email="chair@test.example", language="nl")
    MemberFactory(dossier=dossier, user=reader, right=Right.VIEW)
    MemberFactory(dossier=dossier, user=UserFactory(is_active=False), right=Right.VIEW)
    every = list(settings.REQUIRED_LANGUAGES)
    assert addresses_of(dossier) == {"info@test.example": every, "chair@test.example": ["nl"]}


def test_a_dossier_that_is_gone_warns_nobody(mailoutbox: list[Any]) -> None:
    tell_dossier_ageing.call(1, "info@test.example", ["fr"], NOW.isoformat())
    assert mailoutbox == []


def test_the_command() -> None:
    DossierFactory()
    out = StringIO()
    call_command("withdraw_dossiers", stdout=out)
    assert "erased: 0." in out.getvalue()
