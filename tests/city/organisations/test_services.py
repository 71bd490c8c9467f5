"""Keeping organisations and people, merging doubles."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from jumelage.city.organisations.choices import Kind
from jumelage.city.organisations.models import Contact, Identifier, Organisation, Person, Position
from jumelage.city.organisations.services.keep_organisation import keep_organisation
from jumelage.city.organisations.services.keep_person import keep_person
from jumelage.city.organisations.services.merge_organisations import merge_organisations
from jumelage.city.organisations.signals import organisations_merged
from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.errors import Refused
from tests.factories.organisations import (
    ContactFactory,
    IdentifierFactory,
    OrganisationFactory,
    PositionFactory,
)
from tests.factories.texts import text

pytestmark = pytest.mark.django_db

VALUES: dict[str, Any] = {
    "name": text("City"),
    "kind": Kind.CITY,
    "country": "BE",
    "identifiers": [{"scheme": "BE-BCE_KBO", "value": "BE 0207.373.429"}],
    "contacts": [
        {"channel": "email", "value": "one@example.org", "public": True},
        {"channel": "email", "value": "two@example.org"},
    ],
}


def acts() -> list[str]:
    return list(Entry.objects.order_by("pk").values_list("act", flat=True))


def changes_nothing(act: Callable[[], Any]) -> None:
    before = acts()
    act()
    assert acts() == before


def test_organisation_is_kept_with_its_rows_in_one_line() -> None:
    city = keep_organisation("city", VALUES)
    assert [str(one) for one in city.identifiers.all()] == ["BE-BCE_KBO-0207373429"]
    assert [(str(one), one.public) for one in city.contacts.all()] == [
        ("one@example.org", True),
        ("two@example.org", False),
    ]
    assert acts() == ["organisations.keep-organisation"]
    changes_nothing(lambda: keep_organisation("city", VALUES))


def test_rows_that_are_no_longer_given_go() -> None:
    keep_organisation("city", VALUES)
    contact = {"channel": "email", "value": "one@example.org", "public": False}
    city = keep_organisation("city", {"contacts": [contact]})
    assert [(one.value, one.public) for one in city.contacts.all()] == [("one@example.org", False)]
    assert city.identifiers.count() == 1
    assert Entry.objects.order_by("-pk")[0].details == {"new": False, "fields": ["contacts"]}


def test_number_has_one_holder() -> None:
    holder = keep_organisation("city", VALUES)
    with pytest.raises(Refused) as refusal:
        keep_organisation("other", {**VALUES, "contacts": []})
    assert refusal.value.code == "identifier-taken"
    assert refusal.value.details == {
        "name": holder,
        "scheme": "BE-BCE_KBO",
        "value": "0207373429",
    }


def test_wrong_number_keeps_nothing() -> None:
    with pytest.raises(Refused, match="enterprise-number-check"):
        keep_organisation(
            "city", {**VALUES, "identifiers": [{"scheme": "BE-BCE_KBO", "value": "0207.373.428"}]}
        )
    assert not Organisation.objects.exists()


def test_person_is_kept_with_positions() -> None:
    city = OrganisationFactory()
    values = {
        "name": "Someone",
        "public": True,
        "positions": [
            {"organisation": city, "role": text("Chair"), "start": "2019"},
            {"organisation": city, "role": text("Member")},
        ],
    }
    person = keep_person("someone", values)
    assert [str(one) for one in person.positions.all()] == [
        "Someone, Chair (fr)",
        "Someone, Member (fr)",
    ]
    assert acts() == ["organisations.keep-person"]
    changes_nothing(lambda: keep_person("someone", values))
    keep_person("someone", {"positions": values["positions"][1:]})  # type: ignore[index]
    assert str(Position.objects.get()) == "Someone, Member (fr)"
    assert Person.objects.get().public


@pytest.fixture
def heard() -> Iterator[list[dict[str, Any]]]:
    news: list[dict[str, Any]] = []

    def hear(**told: Any) -> None:
        news.append(told)

    organisations_merged.connect(hear)
    yield news
    organisations_merged.disconnect(hear)


def test_merge_moves_everything_and_tells(heard: list[dict[str, Any]]) -> None:
    double, kept, former = (OrganisationFactory() for _ in range(3))
    merge_organisations(former, double)
    heard.clear()
    number = IdentifierFactory(organisation=double)
    same = ContactFactory(organisation=kept)
    ContactFactory(organisation=double, value=same.value, public=False)
    other = ContactFactory(organisation=double)
    position = PositionFactory(organisation=double)
    merge_organisations(double, kept)
    assert set(kept.identifiers.all()) == {number}
    assert set(kept.contacts.all()) == {same, other}
    assert set(kept.positions.all()) == {position}
    assert set(kept.doubles.all()) == {double, former}
    assert Contact.objects.count() == 2
    assert [(news["double"], news["kept"]) for news in heard] == [(double, kept)]
    last = Entry.objects.order_by("-pk")[0]
    assert (last.act, last.public, last.details) == (
        "organisations.merge",
        True,
        {"kept": kept.pk},
    )


def test_organisation_is_not_merged_into_itself() -> None:
    one = OrganisationFactory()
    with pytest.raises(Refused, match="merge-same"):
        merge_organisations(one, one)


@pytest.mark.parametrize("again", ["double", "kept"])
def test_double_is_merged_once(again: str) -> None:
    double, kept, other = (OrganisationFactory() for _ in range(3))
    merge_organisations(double, kept)
    pair = (double, other) if again == "double" else (other, double)
    before = acts()
    with pytest.raises(Refused) as refusal:
        merge_organisations(*pair)
    assert refusal.value.code == "merge-already-merged"
    assert refusal.value.details == {"name": double}
    assert acts() == before


def test_two_numbers_of_one_register_need_a_confirmation() -> None:
    double, kept = OrganisationFactory(), OrganisationFactory()
    IdentifierFactory(organisation=double)
    IdentifierFactory(organisation=double, scheme="XX-OTHER")
    IdentifierFactory(organisation=kept)
    with pytest.raises(Refused) as refusal:
        merge_organisations(double, kept)
    assert refusal.value.code == "merge-conflicting-numbers"
    assert refusal.value.details == {"scheme": "XX-TEST"}
    assert Identifier.objects.filter(organisation=kept).count() == 1
    merge_organisations(double, kept, confirmed=True)
    assert Identifier.objects.filter(organisation=kept).count() == 3


def test_different_registers_do_not_conflict() -> None:
    double, kept = OrganisationFactory(), OrganisationFactory()
    IdentifierFactory(organisation=double, scheme="XX-OTHER")
    IdentifierFactory(organisation=kept)
    merge_organisations(double, kept)
    assert Identifier.objects.filter(organisation=kept).count() == 2
