"""The registers of the fortnight: who may open them, what is saved, what is refused in words."""

import pytest
from django.test import Client
from django.urls import reverse

from jumelage.programmes.festival.backoffice.registers import REGISTERS
from jumelage.programmes.festival.choices import Act
from tests.factories.festival import EditionFactory, OccurrenceFactory, VenueFactory
from tests.factories.staff import at_desk

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["edition", "event", "venue"])
def test_lists_and_forms_open_for_those_who_keep_them(name: str) -> None:
    occurrence = OccurrenceFactory(venue=VenueFactory(slug="hall"))
    slug = {
        "edition": occurrence.event.edition.slug,
        "event": occurrence.event.slug,
        "venue": "hall",
    }
    client = at_desk(Act.KEEP, "registers.read")
    assert client.get(reverse("register", args=[name])).status_code == 200
    page = client.get(reverse("register-record", args=[name, slug[name]]))
    assert page.status_code == 200


def test_strangers_do_not_come_in() -> None:
    EditionFactory()
    address = reverse("register", args=["edition"])
    assert Client().get(address).status_code == 302
    assert at_desk("accounts.none").get(address).status_code in {302, 403}


def test_every_register_runs_the_rooms_services_under_the_rooms_acts() -> None:
    assert {register.act for register in REGISTERS} == {Act.KEEP}
    assert {register.publish_act for register in REGISTERS if register.publish} == {Act.PUBLISH}


def test_the_kinds_are_chosen_from_a_list() -> None:
    (edition, *_others) = REGISTERS
    assert ("concert", "Concert") in [
        (code, str(name)) for code, name in edition.inputs["kinds"]().choices
    ]
