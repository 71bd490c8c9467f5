"""The directory as visitors see it."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.factories.organisations import OrganisationFactory

pytestmark = pytest.mark.django_db
QUERIES = 4


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same(
    client: Client, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    OrganisationFactory.create_batch(count, acronym="ABC")
    OrganisationFactory(published=False, name={"fr": "Cachée"})
    with django_assert_max_num_queries(QUERIES):
        page = client.get("/fr/organisations/").content.decode()
    assert page.count('<li class="row">') == count
    assert "Cachée" not in page


def test_an_empty_list_says_so(client: Client) -> None:
    assert "Aucune organisation" in client.get("/fr/organisations/").content.decode()
