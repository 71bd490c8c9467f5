"""Questions about partnerships, projects, places, announcements and figures."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from jumelage.city.portfolio import queries
from jumelage.city.portfolio.choices import Status
from jumelage.city.portfolio.services.index_project import index_project
from jumelage.foundation.kernel.partial_dates import PartialDate
from tests.factories.evidence import DocumentFactory
from tests.factories.governance import DecisionFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.portfolio import (
    AgreementFactory,
    AnnouncementFactory,
    AxisFactory,
    BeneficiariesFactory,
    MilestoneFactory,
    ParticipationFactory,
    PartnerFactory,
    PartnershipFactory,
    PlaceFactory,
    ProjectFactory,
)

pytestmark = pytest.mark.django_db

TODAY = date(2024, 6, 15)
HIDDEN = {"published": False}


def full_partnership(count: int, **values: Any) -> Any:
    made = PartnershipFactory(
        places=[PlaceFactory(parent=PlaceFactory()) for _ in range(count)],
        end=PartialDate(2020),
        **values,
    )
    for _ in range(count):
        PartnerFactory(partnership=made)
        PartnerFactory(partnership=made, organisation=OrganisationFactory(**HIDDEN))
        agreement = AgreementFactory(partnership=made, decision=DecisionFactory())
        agreement.documents.set([DocumentFactory(), DocumentFactory(**HIDDEN)])
        AxisFactory(partnership=made)
        AnnouncementFactory(partnership=made)
        AnnouncementFactory(partnership=made, **HIDDEN)
        ProjectFactory(partnership=made)
        ProjectFactory(partnership=made, **HIDDEN)
    made.documents.set([DocumentFactory(), DocumentFactory(**HIDDEN)])
    return made


@pytest.mark.parametrize("count", [1, 3])
def test_list_of_partnerships(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(count):
        full_partnership(count)
    full_partnership(1, **HIDDEN)
    with django_assert_num_queries(3):
        found = queries.partnerships(TODAY)
        assert len(found) == count
        for one in found:
            assert one.current is Status.ENDED
            assert len([str(place.parent) for place in one.places.all()]) == count
            assert len([str(partner.organisation) for partner in one.partners.all()]) == count


@pytest.mark.parametrize("count", [1, 3])
def test_one_partnership_with_all_that_belongs_to_it(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made = full_partnership(count)
    with django_assert_num_queries(7):
        found = queries.partnership(made.slug, TODAY)
        assert found
        assert len([str(partner.organisation) for partner in found.partners.all()]) == count
        assert len([str(one.decision.body) for one in found.agreements.all()]) == count
        assert len(found.axes.all()) == len(found.announcements.all()) == count
        assert [one.current for one in found.projects.all()] == [Status.UNKNOWN] * count
        assert len([str(place.parent) for place in found.places.all()]) == count
    with django_assert_num_queries(1):
        assert len(queries.documents_of(found)) == count + 1


@pytest.mark.parametrize("ask", [queries.partnership, queries.project])
def test_what_is_hidden_or_unheard_of_is_not_found(ask: Callable[[str, date], Any]) -> None:
    PartnershipFactory(slug="hidden", **HIDDEN)
    ProjectFactory(slug="hidden", **HIDDEN)
    assert ask("hidden", TODAY) is None
    assert ask("nobody", TODAY) is None


@pytest.mark.parametrize("count", [1, 3])
def test_one_project_with_all_that_belongs_to_it(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made = ProjectFactory(
        partnership=PartnershipFactory(),
        parent=ProjectFactory(),
        decision=DecisionFactory(),
        places=[PlaceFactory(parent=PlaceFactory()) for _ in range(count)],
        partners=[OrganisationFactory() for _ in range(count)],
        end=PartialDate(2020),
    )
    for _ in range(count):
        ParticipationFactory(project=made, organisation=OrganisationFactory(**HIDDEN))
        BeneficiariesFactory(project=made)
        MilestoneFactory(project=made)
        ProjectFactory(parent=made)
        ProjectFactory(parent=made, **HIDDEN)
    made.documents.set([DocumentFactory(), DocumentFactory(**HIDDEN)])
    with django_assert_num_queries(7):
        found = queries.project(made.slug, TODAY)
        assert found
        assert found.current is Status.ENDED
        assert found.partnership
        assert found.parent
        assert found.decision
        assert str(found.decision.body)
        assert len([str(row.organisation) for row in found.participations.all()]) == count
        assert len([str(place.parent) for place in found.places.all()]) == count
        assert [part.current for part in found.parts.all()] == [Status.UNKNOWN] * count
        assert len(found.beneficiaries.all()) == len(found.milestones.all()) == count
        assert len(found.documents.all()) == 1
    assert [group.announced for group in found.beneficiaries.all()] == [None] * count


def test_project_does_not_show_hidden_relatives() -> None:
    made = ProjectFactory(partnership=PartnershipFactory(**HIDDEN), parent=ProjectFactory(**HIDDEN))
    found = queries.project(made.slug, TODAY)
    assert found
    assert found.partnership is None
    assert found.parent is None


@pytest.mark.parametrize("count", [1, 3])
def test_roles_of_an_organisation(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    one = OrganisationFactory()
    made = [ProjectFactory(partners=[one]) for _ in range(count)]
    ParticipationFactory(project=made[0], organisation=one, role="1")
    ProjectFactory(partners=[one], **HIDDEN)
    ProjectFactory()
    PartnerFactory(organisation=one)
    PartnerFactory(organisation=one, partnership=PartnershipFactory(**HIDDEN))
    with django_assert_num_queries(1):
        assert len([str(row.partnership) for row in queries.partnered_by(one)]) == 1
    with django_assert_num_queries(1):
        assert len([str(row.project) for row in queries.participations_of(one)]) == count + 1


def test_announcements_of_the_programme() -> None:
    AnnouncementFactory(partnership=PartnershipFactory())
    of_all = AnnouncementFactory()
    AnnouncementFactory(**HIDDEN)
    assert list(queries.announcements()) == [of_all]


@pytest.mark.parametrize("count", [1, 3])
def test_map_counts_what_visitors_may_see(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    busy = PlaceFactory(slug="busy", parent=PlaceFactory(slug="parent"))
    quiet = PlaceFactory(slug="quiet")
    unplaced = PlaceFactory(slug="unplaced", latitude=None)
    for _ in range(count):
        ProjectFactory(places=[busy, unplaced])
        PartnershipFactory(places=[busy])
    PartnershipFactory(places=[quiet])
    PartnershipFactory(places=[PlaceFactory()], **HIDDEN)
    ProjectFactory(places=[PlaceFactory()], **HIDDEN)
    with django_assert_num_queries(2):
        found = queries.map_places()
        assert [(one.slug, one.project_count, one.partnership_count) for one in found] == [
            ("busy", count, count),
            ("quiet", 0, 1),
        ]
        assert str(found[0].parent) == str(busy.parent)
    with django_assert_num_queries(1):
        found = queries.map_places({"busy": 1, "unplaced": 1})
    assert [(one.slug, one.project_count) for one in found] == [("busy", 1)]


@pytest.mark.parametrize("count", [1, 3])
def test_figures_are_counted_from_rows(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(count):
        PartnershipFactory(country="GN")
        ProjectFactory(country="CD")
    PartnershipFactory(country="MA", **HIDDEN)
    hidden = ProjectFactory(country="SN", **HIDDEN)
    small = BeneficiariesFactory(project=ProjectFactory(), announced=5)
    large = BeneficiariesFactory(project=small.project, announced=200)
    BeneficiariesFactory(project=small.project, announced=None, reached=7)
    BeneficiariesFactory(project=hidden, announced=1000)
    partnerships = queries.partnerships(TODAY)
    with django_assert_num_queries(2):
        figures = queries.key_figures(partnerships)
        assert [str(group.project.title) for group in figures.groups]
    assert (figures.partnerships, figures.projects, figures.countries) == (count, count + 1, 2)
    assert figures.groups == [large, small]


def test_empty_programme_has_no_figures() -> None:
    figures = queries.key_figures([])
    assert (figures.partnerships, figures.projects, figures.countries) == (0, 0, 0)
    assert figures.groups == []


def test_indexing_again_changes_nothing(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    project = ProjectFactory(themes=["water"], places=[PlaceFactory()])
    before = list(project.facets.values_list("pk", flat=True))
    index_project(project)
    assert list(project.facets.values_list("pk", flat=True)) == before
