"""Keeping, publishing and withdrawing the fund, crises and answers."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from jumelage.city.organisations.services.merge_organisations import merge_organisations
from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.translated import Translated
from jumelage.foundation.kernel.wording import sentence
from jumelage.programmes.emergency.choices import Form, Outcome
from jumelage.programmes.emergency.models import Crisis, Response
from jumelage.programmes.emergency.services.keep_crisis import keep_crisis
from jumelage.programmes.emergency.services.keep_fund import keep_fund
from jumelage.programmes.emergency.services.keep_response import keep_response
from jumelage.programmes.emergency.services.publish_crisis import publish_crisis
from jumelage.programmes.emergency.services.publish_fund import publish_fund
from jumelage.programmes.emergency.services.publish_response import publish_response
from jumelage.programmes.emergency.services.withdraw_crisis import withdraw_crisis
from jumelage.programmes.emergency.services.withdraw_fund import withdraw_fund
from jumelage.programmes.emergency.services.withdraw_response import withdraw_response
from tests.factories.emergency import CrisisFactory, FundFactory, ResponseFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.texts import text

pytestmark = pytest.mark.django_db
FLOOD: dict[str, Any] = {
    "title": text("Floods"),
    "hazard": "FL",
    "countries": ["ES"],
    "start": "2024-10",
    "glides": ["fl-2024-000199-esp"],
}


def acts() -> list[str]:
    return [entry.act for entry in Entry.objects.order_by("pk")]


def test_a_crisis_is_kept_once_with_its_number_in_capitals() -> None:
    crisis = keep_crisis("floods", FLOOD)
    keep_crisis("floods", FLOOD)
    assert crisis.glides == ["FL-2024-000199-ESP"]
    assert str(crisis) == "Floods (fr)"
    assert acts() == ["emergency.keep-crisis"]
    keep_crisis("floods", {"end": "2024-11"})
    assert str(Crisis.objects.get().end) == "2024-11"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"glides": ["XX-2024-000199-ESP"]}, "glide-hazard-unknown"),
        ({"glides": ["FL-2024-000199-ES"]}, "glide-country-unknown"),
        ({"glides": ["FL-2024-000199-FRA"]}, "glide-country-other"),
        ({"glides": ["FL-2023-000199-ESP"]}, "glide-year-other"),
        ({"glides": ["EQ-2024-000199-ESP"]}, "glide-hazard-other"),
        ({"countries": []}, "crisis-without-country"),
        ({"countries": ["XX"]}, "crisis-country-unknown"),
    ],
)
def test_a_wrong_crisis_is_refused_in_words_and_not_kept(
    changed: dict[str, Any], code: str
) -> None:
    with pytest.raises(Refused) as refused:
        keep_crisis("floods", {**FLOOD, **changed})
    assert refused.value.code == code
    assert sentence(refused.value)
    assert not Crisis.objects.exists()
    assert acts() == []


def test_a_reversed_period_is_refused() -> None:
    with pytest.raises(Refused, match="period-reversed"):
        keep_crisis("floods", {**FLOOD, "end": "2023"})
    with pytest.raises(ValidationError):
        keep_crisis("floods", {**FLOOD, "end": "never"})


def test_a_country_that_an_answer_names_cannot_be_taken_away() -> None:
    crisis = CrisisFactory(countries=["SY", "TR"])
    ResponseFactory(crisis=crisis, countries=["TR"])
    with pytest.raises(Refused, match="countries-not-of-crisis"):
        keep_crisis(crisis.slug, {"countries": ["SY"]})
    crisis.refresh_from_db()
    assert crisis.countries == ["SY", "TR"]


def test_the_fund_is_kept_once() -> None:
    values = {"title": text("Fund"), "declared_countries": 10, "principles": ["humanity"]}
    fund = keep_fund("fund", values)
    keep_fund("fund", values)
    assert (str(fund), fund.declared_countries) == ("Fund (fr)", 10)
    assert acts() == ["emergency.keep-fund"]
    with pytest.raises(Refused, match="principle-unknown"):
        keep_fund("fund", {"principles": ["speed"]})


def answer(**values: Any) -> dict[str, Any]:
    return {
        "crisis": values.pop("crisis", None) or CrisisFactory(),
        "title": text("Tents"),
        "form": Form.GOODS,
        "outcome": Outcome.GIVEN,
        **values,
    }


def lot(**values: Any) -> dict[str, Any]:
    return {"slug": "tents", "description": text("Tents"), **values}


def test_goods_are_kept_with_their_quantity_and_stay_apart() -> None:
    values = answer(goods=[lot(quantity=Decimal("12.5"), unit=text("boxes")), lot(slug="more")])
    kept = keep_response("tents", values)
    keep_response("tents", values)
    assert [row.quantity for row in kept.goods.all()] == [Decimal("12.50"), None]
    assert (str(kept), str(kept.goods.all()[0])) == ("Tents (fr)", "Tents (fr)")
    assert acts() == ["emergency.keep-response"]
    keep_response("tents", {"goods": []})
    assert kept.goods.count() == 0


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"amount_cents": 100}, "goods-with-amount"),
        ({"form": Form.MONEY, "goods": [lot()]}, "money-with-goods"),
        ({"goods": [lot(quantity=3)]}, "quantity-without-unit"),
        ({"goods": [lot(quantity=0, unit=text("boxes"))]}, "quantity-not-positive"),
        ({"value_cents": 100}, "value-without-basis"),
        ({"principles": ["speed"]}, "principle-unknown"),
        ({"countries": ["MA"]}, "countries-not-of-crisis"),
        (
            {"form": Form.MONEY, "outcome": Outcome.REFUSED, "amount_cents": 100},
            "amount-not-given",
        ),
    ],
)
def test_a_wrong_answer_is_refused_in_words_and_not_kept(
    changed: dict[str, Any], code: str
) -> None:
    given = answer(**changed)
    with pytest.raises(Refused) as refused:
        keep_response("tents", given)
    assert refused.value.code == code
    assert sentence(refused.value)
    assert not Response.objects.exists()
    assert "emergency.keep-response" not in acts()


@pytest.mark.parametrize(
    "values", [{"form": Form.GOODS, "amount_cents": 1}, {"form": Form.MONEY, "value_cents": 1}]
)
def test_the_table_itself_never_mixes_them(values: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ResponseFactory(**values)


@pytest.mark.parametrize(
    ("made", "publish", "withdraw", "name"),
    [
        (FundFactory, publish_fund, withdraw_fund, "fund"),
        (CrisisFactory, publish_crisis, withdraw_crisis, "crisis"),
        (ResponseFactory, publish_response, withdraw_response, "response"),
    ],
)
def test_publish_and_withdraw_once_each(made: Any, publish: Any, withdraw: Any, name: str) -> None:
    record = made(published=False)
    for _ in range(2):
        publish(record)
    assert type(record).objects.get(pk=record.pk).published is True
    for _ in range(2):
        withdraw(record)
    assert type(record).objects.get(pk=record.pk).published is False
    assert acts() == [f"emergency.publish-{name}", f"emergency.withdraw-{name}"]


@pytest.mark.parametrize(
    ("made", "publish", "field"),
    [
        (FundFactory, publish_fund, "about"),
        (CrisisFactory, publish_crisis, "summary"),
        (ResponseFactory, publish_response, "note"),
    ],
)
def test_a_missing_dutch_text_stops_the_publication(made: Any, publish: Any, field: str) -> None:
    record = made(published=False, **{field: Translated({"fr": "Texte"})})
    with pytest.raises(Refused, match="texts-missing"):
        publish(record)
    assert type(record).objects.get().published is False


def test_a_refusal_is_published_with_its_reason() -> None:
    refusal = ResponseFactory(outcome=Outcome.REFUSED, published=False)
    with pytest.raises(Refused, match="refusal-without-reason"):
        publish_response(refusal)
    with pytest.raises(Refused, match="refusal-without-reason"):
        keep_response(refusal.slug, {"published": True})
    refusal.reason = text("Nobody on the spot")
    publish_response(refusal)
    assert Response.objects.get().published


def test_an_answer_waits_for_its_crisis() -> None:
    waiting = ResponseFactory(crisis__published=False, published=False)
    with pytest.raises(Refused) as refused:
        publish_response(waiting)
    assert str(waiting.crisis.title) in sentence(refused.value)


def test_partners_follow_a_merge() -> None:
    double, kept = OrganisationFactory(), OrganisationFactory()
    response = ResponseFactory()
    response.partners.add(double)
    merge_organisations(double, kept)
    assert list(response.partners.all()) == [kept]
