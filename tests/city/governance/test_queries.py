"""Questions about bodies and decisions."""

import pytest
from pytest_django import DjangoAssertNumQueries

from jumelage.city.governance.choices import BodyKind
from jumelage.city.governance.queries import advisory_councils, bodies, decisions
from jumelage.foundation.kernel.partial_dates import PartialDate
from tests.factories.evidence import DocumentFactory
from tests.factories.governance import BodyFactory, DecisionFactory

pytestmark = pytest.mark.django_db


def test_advisory_councils_are_bodies_that_advise() -> None:
    council = BodyFactory()
    college = BodyFactory(kind=BodyKind.COLLEGE)
    assert list(advisory_councils()) == [council]
    assert set(bodies()) == {council, college}


def test_decisions_come_latest_first_and_undated_last() -> None:
    undated = DecisionFactory(date=None)
    old = DecisionFactory(date=PartialDate(2015))
    new = DecisionFactory(date=PartialDate(2022, 12, 5))
    assert list(decisions()) == [new, old, undated]


@pytest.mark.parametrize("count", [1, 3])
def test_two_queries_however_many(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    council = BodyFactory()
    for _ in range(count):
        decision = DecisionFactory(proposed_by=council)
        decision.documents.set([DocumentFactory(), DocumentFactory(published=False)])
    with django_assert_num_queries(2):
        found = list(decisions())
        assert [(row.proposed_by, len(row.documents.all())) for row in found] == [
            (council, 1)
        ] * count
        assert all(str(row.body.name) for row in found if row.body)
