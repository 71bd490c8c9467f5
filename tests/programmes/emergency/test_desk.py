"""The registers of the emergency aid: who may open them, what is saved, what is refused in words."""

from datetime import date

import pytest
from django import forms
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from jumelage.programmes.emergency.backoffice.registers import REGISTERS
from jumelage.programmes.emergency.choices import Act
from jumelage.programmes.emergency.forms.desk import EurosField
from jumelage.programmes.emergency.models import Crisis, Response
from jumelage.programmes.emergency.queries import waiting
from tests.factories.emergency import CrisisFactory, FundFactory, GoodsFactory, ResponseFactory
from tests.factories.staff import at_desk, person

pytestmark = pytest.mark.django_db
ROWS = {"goods-TOTAL_FORMS": "0", "goods-INITIAL_FORMS": "0"}


@pytest.mark.parametrize("name", ["crisis", "response", "fund"])
def test_lists_and_forms_open_for_those_who_keep_them(name: str) -> None:
    lot, fund = GoodsFactory(), FundFactory()
    slugs = {"crisis": lot.response.crisis.slug, "response": lot.response.slug, "fund": fund.slug}
    client = at_desk(Act.KEEP, "registers.read")
    assert client.get(reverse("register", args=[name])).status_code == 200
    assert client.get(reverse("register-record", args=[name, slugs[name]])).status_code == 200
    assert client.get(reverse("register-add", args=[name])).status_code == 200


def test_strangers_do_not_come_in() -> None:
    address = reverse("register", args=["crisis"])
    assert Client().get(address).status_code == 302
    assert at_desk("accounts.none").get(address).status_code in {302, 403}


def test_every_register_runs_the_rooms_services_under_the_rooms_acts() -> None:
    assert {register.act for register in REGISTERS} == {Act.KEEP}
    assert {register.publish_act for register in REGISTERS} == {Act.PUBLISH}


def test_a_clerk_enters_a_crisis_and_is_told_how_to_repair_a_wrong_number() -> None:
    client = at_desk(Act.KEEP, "registers.read")
    asked = {
        "own-slug": "floods",
        "own-title__fr": "Inondations",
        "own-hazard": "FL",
        "own-countries": ["ES"],
        "own-start": "2024-10",
        "own-glides": "FL-2024-199-ESP",
    }
    refused = client.post(reverse("register-add", args=["crisis"]), asked)
    assert refused.status_code == 422
    assert "must have six figures" in refused.content.decode()
    assert 'value="FL-2024-199-ESP"' in refused.content.decode()
    assert not Crisis.objects.exists()
    asked["own-glides"] = "FL-2024-000199-ESP"
    assert client.post(reverse("register-add", args=["crisis"]), asked).status_code == 302
    assert Crisis.objects.get().glides == ["FL-2024-000199-ESP"]


def test_an_amount_is_written_in_euros_and_kept_in_cents() -> None:
    client = at_desk(Act.KEEP, "registers.read")
    crisis = CrisisFactory()
    asked = {
        **ROWS,
        "own-slug": "gift",
        "own-title__fr": "Don",
        "own-crisis": crisis.pk,
        "own-form": "money",
        "own-outcome": "given",
        "own-from_fund": "unknown",
        "own-amount_cents": "12 500,50",
    }
    address = reverse("register-add", args=["response"])
    assert client.post(address, asked).status_code == 302
    kept = Response.objects.get()
    assert (kept.amount_cents, kept.from_fund, kept.asked_cents) == (1_250_050, None, None)
    page = client.get(reverse("register-record", args=["response", "gift"])).content.decode()
    assert "12,500.50" in page
    refused = client.post(address, {**asked, "own-slug": "more", "own-amount_cents": "much"})
    assert refused.status_code == 422


def test_euros_are_read_and_written() -> None:
    field = EurosField()
    with override("fr"):
        assert field.clean(field.prepare_value(1_250_050)) == 1_250_050
    assert field.prepare_value("12 ") == "12 "
    assert field.clean("") is None
    with pytest.raises(forms.ValidationError):
        field.clean("many")


def test_the_desk_says_what_waits() -> None:
    CrisisFactory(published=False)
    ResponseFactory()
    lines = waiting(person(Act.KEEP), date(2026, 11, 22))
    assert [line.count for line in lines] == [1, 0, 1, 1]
    assert lines[0].examples
    assert waiting(person("registers.read"), date(2026, 11, 22)) == []
