"""The advisory council as visitors see it."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from jumelage.city.governance.choices import BodyKind
from jumelage.foundation.kernel.partial_dates import PartialDate
from tests.factories.evidence import ClaimFactory, DocumentFactory
from tests.factories.governance import BodyFactory, DecisionFactory
from tests.factories.texts import text

pytestmark = pytest.mark.django_db
QUERIES = 8


@pytest.mark.parametrize("count", [1, 3])
def test_what_it_proposed_and_the_rest(
    client: Client, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    council = BodyFactory(about=text("It advises"))
    made = DecisionFactory.create_batch(count, proposed_by=council)
    for record in (council, *made):
        ClaimFactory(subject=record)
    other = DecisionFactory(body=BodyFactory(kind=BodyKind.COLLEGE), date=PartialDate(2015))
    other.documents.add(DocumentFactory())
    with django_assert_max_num_queries(QUERIES):
        page = client.get("/fr/conseil/").content.decode()
    proposed, rest = page.index("Ce qu’il a proposé"), page.index("Autres décisions de la Ville")
    for decision in made:
        assert proposed < page.index(decision.subject["fr"]) < rest
    assert rest < page.index('<time datetime="2015">2015</time>')


def test_before_any_council_is_known_the_page_says_so(client: Client) -> None:
    assert "No advisory council is published yet." in client.get("/en/council/").content.decode()
