"""Questions about organisations."""

import pytest
from pytest_django import DjangoAssertNumQueries

from jumelage.city.organisations.queries import (
    Double,
    by_identifier,
    doubles,
    organisation,
    organisations,
)
from jumelage.city.organisations.services.merge_organisations import merge_organisations
from tests.factories.organisations import (
    ContactFactory,
    IdentifierFactory,
    OrganisationFactory,
    PersonFactory,
    PositionFactory,
)
from tests.factories.texts import text

pytestmark = pytest.mark.django_db


def test_visitors_see_published_organisations_without_doubles() -> None:
    seen, hidden, double = (
        OrganisationFactory(),
        OrganisationFactory(published=False),
        OrganisationFactory(),
    )
    merge_organisations(double, seen)
    assert list(organisations()) == [seen]
    assert organisation(hidden.slug) is None
    assert organisation("nobody") is None


def test_double_leads_to_the_one_kept() -> None:
    double, kept = OrganisationFactory(), OrganisationFactory()
    merge_organisations(double, kept)
    assert organisation(double.slug) == kept


def test_double_of_a_withdrawn_one_leads_nowhere() -> None:
    double, kept = OrganisationFactory(), OrganisationFactory(published=False)
    merge_organisations(double, kept)
    assert organisation(double.slug) is None


@pytest.mark.parametrize("count", [1, 3])
def test_one_organisation_shows_what_is_public(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    one = OrganisationFactory()
    for _ in range(count):
        ContactFactory(organisation=one)
        ContactFactory(organisation=one, public=False)
        IdentifierFactory(organisation=one)
        PositionFactory(organisation=one)
        PositionFactory(organisation=one, person=PersonFactory(public=False))
    with django_assert_num_queries(5):
        found = organisation(one.slug)
        assert found
        assert len(found.identifiers.all()) == count
        assert len(found.public_contacts) == count
        assert [bool(position.person.name) for position in found.public_positions] == [True] * count


@pytest.mark.parametrize("count", [1, 3])
def test_doubles_are_found_with_their_reason(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first, second = (
        OrganisationFactory(slug="a", name=text("Les Amis")),
        OrganisationFactory(slug="b", name=text("Les amis")),
    )
    third = OrganisationFactory(slug="c")
    IdentifierFactory(organisation=first, scheme="XX-A", value="12")
    IdentifierFactory(organisation=third, scheme="XX-B", value="012")
    for _ in range(count):
        OrganisationFactory()
    with django_assert_num_queries(2):
        assert doubles() == [
            Double(first, third, "same-number"),
            Double(first, second, "same-name"),
        ]
    merge_organisations(second, first)
    assert doubles() == [Double(first, third, "same-number")]


def test_holder_of_a_number(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    number = IdentifierFactory()
    holder = number.organisation
    with django_assert_num_queries(1):
        assert by_identifier(number.scheme, number.value) == holder
    assert by_identifier("XX-OTHER", number.value) is None
    assert str(number.organisation) == f"Organisation {number.organisation.slug} (fr)"
