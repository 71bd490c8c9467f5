"""What visitors see of the emergency aid, and what they do not."""

from decimal import Decimal

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from jumelage.city.evidence.choices import Voice
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.programmes.emergency.choices import Form, GoodsStatus, Outcome, Stage
from jumelage.programmes.emergency.forms.public import chosen_by
from jumelage.programmes.emergency.models import Crisis
from jumelage.programmes.emergency.queries import Chosen, choices, figures
from jumelage.public.site.models import SearchEntry
from jumelage.public.site.services.rebuild_index import rebuild_index
from tests.factories.emergency import CrisisFactory, FundFactory, GoodsFactory, ResponseFactory
from tests.factories.evidence import ClaimFactory, DocumentFactory, SourceFactory
from tests.factories.governance import DecisionFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.texts import text

pytestmark = pytest.mark.django_db
LIST = "/en/emergency/"
QUERIES = 12


def get(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


@pytest.fixture
def floods() -> Crisis:
    return CrisisFactory(slug="floods", glides=["FL-2024-000199-ESP"], title=text("Floods"))


def test_before_anything_is_published_the_page_says_so(client: Client) -> None:
    CrisisFactory(published=False)
    page = get(client, LIST)
    assert "No crisis is published yet." in page
    assert "No refusal is documented." in page
    assert "No amount is known." in page
    assert "countries helped, as declared" not in page


def test_ten_declared_one_documented_and_the_gap_is_said(client: Client, floods: Crisis) -> None:
    fund = FundFactory(
        declared_countries=10, principles=["humanity", "independence"], about=text("It helps")
    )
    party = SourceFactory(voice=Voice.PARTY, publisher=text("A list"))
    ClaimFactory(subject=fund, about="declared_countries", shown__source=party)
    ResponseFactory(crisis=floods)
    page = get(client, LIST)
    assert "<dt>countries helped, as declared</dt> <dd>10</dd>" in page
    assert "According to A list (en)" in page
    assert "<dt>country documented so far</dt> <dd>1</dd>" in page
    assert "<dt>countries declared without any trace here</dt> <dd>9</dd>" in page
    assert '<dt>Spain</dt><dd><a href="/en/emergency/floods/">Floods (en)</a></dd>' in page
    assert "For 1 of these countries, no source says whether the fund was used." in page
    assert "<strong>humanity</strong>, <strong>independence</strong>" in page


def test_a_country_counts_once_and_help_outside_the_fund_not_at_all(floods: Crisis) -> None:
    ResponseFactory.create_batch(2, crisis=floods, from_fund=True)
    other = CrisisFactory(countries=["ES"])
    ResponseFactory(crisis=other)
    ResponseFactory(crisis=CrisisFactory(countries=["MA"]), from_fund=False)
    ResponseFactory(crisis=CrisisFactory(countries=["SY", "TR"]))
    ResponseFactory(crisis=CrisisFactory(countries=["CD", "RW"]), countries=["CD"])
    ResponseFactory(crisis=CrisisFactory(countries=["LB"]), outcome=Outcome.REFUSED)
    ResponseFactory(crisis=CrisisFactory(countries=["GN"]), published=False)
    ResponseFactory(crisis=CrisisFactory(countries=["HT"], published=False))
    found = figures()
    assert found.countries == {"CD": [found.countries["CD"][0]], "ES": [floods, other]}
    assert found.unsure == ["CD"]
    assert len(found.refused) == 1


def test_money_is_added_by_stage_and_goods_never(client: Client, floods: Crisis) -> None:
    for cents, stage in [(100_000, Stage.PAID), (50_050, Stage.PAID), (900_000, Stage.PROMISED)]:
        ResponseFactory(crisis=floods, amount_cents=cents, stage=stage)
    ResponseFactory(crisis=floods, amount_cents=70_000)
    ResponseFactory(crisis=floods)
    goods = GoodsFactory(response__crisis=floods).response
    goods.value_cents, goods.value_basis = 123_400, text("Price list")
    goods.save()
    ResponseFactory(crisis=floods, outcome=Outcome.DEFERRED)
    found = figures()
    assert [(one.stage, one.total_cents, one.count) for one in found.amounts] == [
        ("promised", 900_000, 1),
        ("paid", 150_050, 2),
        ("", 70_000, 1),
    ]
    assert (found.money_unknown, found.goods) == (1, 1)
    page = get(client, LIST)
    assert "<dt>Money, paid</dt> <dd>€1,500.50 (2 answers)</dd>" in page
    assert "<dt>Money, stage not known</dt> <dd>€700 (1 answer)</dd>" in page
    assert "1,234" not in page


def test_a_crisis_says_what_was_given_put_off_and_refused(client: Client, floods: Crisis) -> None:
    ClaimFactory(subject=floods)
    decision = DecisionFactory(date=PartialDate(2024, 11), number="42")
    given = ResponseFactory(
        crisis=floods,
        slug="tents",
        form=Form.GOODS,
        from_fund=True,
        decision=decision,
        principles=["humanity"],
        principles_note=text("To those in most need"),
        with_whom=text("Neighbours"),
        value_cents=123_400,
        value_basis=text("Price list"),
        note=text("By lorry"),
    )
    given.documents.add(DocumentFactory())
    GoodsFactory(response=given, quantity=Decimal("12.50"), unit=text("boxes"))
    GoodsFactory(response=given, status=GoodsStatus.NOT_WANTED, description=text("Clothes"))
    ClaimFactory(subject=given)
    ResponseFactory(crisis=floods, amount_cents=100_000, stage=Stage.PAID, from_fund=False)
    ResponseFactory(crisis=floods, outcome=Outcome.DEFERRED)
    ResponseFactory(
        crisis=floods,
        outcome=Outcome.REFUSED,
        asked_by=text("A committee"),
        asked=text("Boats"),
        asked_cents=500_000,
        reason=text("Nobody there"),
    )
    ResponseFactory(crisis=floods, title=text("Secret"), published=False)
    page = get(client, "/en/emergency/floods/")
    gave, put_off, refused = (
        page.index(f"What the City {word}</h2>") for word in ("did", "put off", "refused")
    )
    assert gave < page.index("12.5 boxes (en)") < page.index("Clothes (en)") < put_off < refused
    assert (
        refused < page.index("A committee (en)") < page.index("€5,000") < page.index("Nobody there")
    )
    assert "<code>FL-2024-000199-ESP</code>" in page
    assert "Flood, 2024, Spain" in page
    assert "€1,234, an estimate that is added to no amount of money" in page
    assert "€1,000 (paid)" in page
    assert "Outside the fund" in page
    assert "42" in page
    assert "Secret" not in page
    assert "Countries reached" not in page


def test_only_partners_that_visitors_may_see_are_named(client: Client, floods: Crisis) -> None:
    given = ResponseFactory(crisis=floods)
    given.partners.add(
        OrganisationFactory(slug="helpers", published=True),
        OrganisationFactory(slug="shy", published=False),
    )
    page = get(client, "/en/emergency/floods/")
    assert 'href="/en/organisations/helpers/"' in page
    assert "/shy/" not in page


def test_what_nobody_knows_is_said_to_be_unknown(client: Client) -> None:
    crisis = CrisisFactory(slug="war", hazard="", start=None, countries=["SY", "TR"])
    page = get(client, "/en/emergency/war/")
    assert "No source that we have says what the City did." in page
    ResponseFactory(crisis=crisis)
    page = get(client, "/en/emergency/war/")
    assert "<dt>Amount</dt><dd>Not known" in page
    assert "<dt>Countries reached</dt><dd>Not known" in page
    assert "No source says whether the fund was used" in page
    assert "No decision is known" in page
    ResponseFactory(crisis=crisis, form=Form.GOODS, countries=["TR"])
    page = get(client, "/en/emergency/war/")
    assert "<dt>Value of the goods</dt><dd>Not known" in page
    assert "<dt>Countries reached</dt><dd>Türkiye" in page


def test_hidden_crises_have_no_page(client: Client) -> None:
    CrisisFactory(slug="hidden", published=False)
    assert client.get("/en/emergency/hidden/").status_code == 404
    assert client.get("/en/emergency/nothing/").status_code == 404
    assert client.post(LIST).status_code == 405


def test_a_refusal_is_told_with_its_reason_on_the_list(client: Client, floods: Crisis) -> None:
    refusal = ResponseFactory(
        crisis=floods, slug="no", outcome=Outcome.REFUSED, reason=text("Nobody there")
    )
    ClaimFactory(subject=refusal, about="reason")
    page = get(client, LIST)
    assert 'href="/en/emergency/floods/#no"' in page
    assert "Nobody there (en)" in page


@pytest.mark.parametrize(
    ("asked", "chosen"),
    [
        ({}, Chosen()),
        ({"year": "2024", "country": "es"}, Chosen(2024, "ES")),
        ({"year": "24", "country": ""}, Chosen()),
        ({"year": "٢٠٢٤"}, Chosen()),
        ({"country": "ESP"}, Chosen(country="ES")),
    ],
)
def test_an_old_address_never_fails(asked: dict[str, str], chosen: Chosen) -> None:
    assert chosen_by(asked) == chosen


def test_crises_are_found_by_year_and_country(client: Client, floods: Crisis) -> None:
    CrisisFactory(title=text("Quake"), countries=["MA"], start=PartialDate(2023, 9))
    CrisisFactory(title=text("Undated"), countries=["MA"], start=None)
    options = choices(Chosen())
    assert (options.years, options.countries) == ([2024, 2023], ["ES", "MA"])
    page = get(client, f"{LIST}?year=2023")
    assert "Quake (en)" in page
    assert "Floods (en)" not in page
    assert '<option value="2023" selected>' in page
    assert "See all crises" in page
    assert "See all crises" not in get(client, LIST)
    page = get(client, f"{LIST}?country=MA")
    assert "Undated (en)" in page
    assert "Floods (en)" not in page
    page = get(client, f"{LIST}?year=1999")
    assert "No crisis matches these filters." in page


def test_countries_stand_in_the_order_of_the_readers_alphabet(client: Client) -> None:
    for code in ("MA", "ET", "FI"):
        ResponseFactory(crisis=CrisisFactory(countries=[code]), countries=[code])
    page = client.get("/fr/urgence/").content.decode()
    for before, after in (("<dt>", "</dt>"), ('">', "</option>")):
        places = [
            page.index(f"{before}{name}{after}") for name in ("Éthiopie", "Finlande", "Maroc")
        ]
        assert places == sorted(places)


def test_one_crisis_needs_no_filter(client: Client, floods: Crisis) -> None:
    assert 'id="filter-year"' not in get(client, LIST)


def test_twenty_a_page_and_the_filter_stays(client: Client) -> None:
    CrisisFactory.create_batch(21)
    CrisisFactory(countries=["MA"])
    page = get(client, f"{LIST}?country=ES&page=2")
    assert page.count("Crisis crisis-") == 1
    assert 'href="?country=ES&amp;page=1"' in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_same_few_questions_however_many(
    client: Client, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    FundFactory(declared_countries=10)
    crises = CrisisFactory.create_batch(count)
    for crisis in crises:
        for lot in GoodsFactory.create_batch(count, response__crisis=crisis):
            lot.response.partners.add(OrganisationFactory())
            lot.response.documents.add(DocumentFactory())
            ClaimFactory(subject=lot.response)
        ResponseFactory(crisis=crisis, outcome=Outcome.REFUSED, decision=DecisionFactory())
    with django_assert_max_num_queries(QUERIES):
        client.get(LIST)
    with django_assert_max_num_queries(QUERIES):
        client.get(f"/en/emergency/{crises[0].slug}/")


def test_the_search_and_the_map_of_the_site_know_crises(client: Client, floods: Crisis) -> None:
    GoodsFactory(response__crisis=floods, description=text("Generators"))
    rebuild_index()
    entry = SearchEntry.objects.get(kind="crisis", language="en")
    assert "Spain" in str(vars(entry))
    assert "Generators" in str(vars(entry))
    assert "/en/emergency/floods/" in get(client, "/en/search/?q=generators")
    assert "/nl/noodhulp/floods/" in get(client, "/sitemap-crises.xml")
