"""Partnerships, projects, their rows and their places."""

from typing import Any

import factory
from factory.django import DjangoModelFactory

from jumelage.city.portfolio.choices import PlaceKind, Role
from jumelage.city.portfolio.models import (
    Agreement,
    Announcement,
    Axis,
    Beneficiaries,
    Milestone,
    Participation,
    Partner,
    Partnership,
    Place,
    Project,
)
from jumelage.city.portfolio.queries.index import index_of
from jumelage.city.portfolio.services.index_project import index_project
from tests.factories.organisations import OrganisationFactory
from tests.factories.texts import text


class PlaceFactory(DjangoModelFactory[Place]):
    """A municipality whose coordinates are known."""

    class Meta:
        model = Place

    slug = factory.Sequence("place-{}".format)
    name = factory.LazyAttribute(lambda made: text(f"Place {made.slug}"))
    kind = PlaceKind.COMMUNE
    country = "CD"
    latitude = -4.4
    longitude = 15.4


class PartnershipFactory(DjangoModelFactory[Partnership]):
    """A partnership; `places` are added when given."""

    class Meta:
        model = Partnership
        skip_postgeneration_save = True

    slug = factory.Sequence("partnership-{}".format)
    title = factory.LazyAttribute(lambda made: text(f"Partnership {made.slug}"))
    summary = factory.LazyFunction(lambda: text("Summary"))
    country = "CD"

    @factory.post_generation
    def places(self: Partnership, _: bool, given: Any, **__: Any) -> None:
        """Put it on these places."""
        self.places.set(given or [])


class PartnerFactory(DjangoModelFactory[Partner]):
    """An organisation in a partnership."""

    class Meta:
        model = Partner

    partnership = factory.SubFactory(PartnershipFactory)
    organisation = factory.SubFactory(OrganisationFactory)


class AgreementFactory(DjangoModelFactory[Agreement]):
    """A step of a partnership."""

    class Meta:
        model = Agreement

    partnership = factory.SubFactory(PartnershipFactory)
    slug = factory.Sequence("agreement-{}".format)
    title = factory.LazyAttribute(lambda made: text(f"Agreement {made.slug}"))


class AxisFactory(DjangoModelFactory[Axis]):
    """A line of work of a partnership."""

    class Meta:
        model = Axis

    partnership = factory.SubFactory(PartnershipFactory)
    slug = factory.Sequence("axis-{}".format)
    title = factory.LazyAttribute(lambda made: text(f"Axis {made.slug}"))


class AnnouncementFactory(DjangoModelFactory[Announcement]):
    """A next step for the whole programme."""

    class Meta:
        model = Announcement

    slug = factory.Sequence("announcement-{}".format)
    text = factory.LazyAttribute(lambda made: text(f"Announcement {made.slug}"))


class ProjectFactory(DjangoModelFactory[Project]):
    """A project; `places` and `partners` (organisations that carry it out) are added when given.

    It is indexed as the services do; after adding other rows by hand, call `index_project`.
    """

    class Meta:
        model = Project
        skip_postgeneration_save = True

    slug = factory.Sequence("project-{}".format)
    title = factory.LazyAttribute(lambda made: text(f"Project {made.slug}"))
    summary = factory.LazyFunction(lambda: text("Summary"))
    country = "CD"

    @factory.post_generation
    def places(self: Project, _: bool, given: Any, **__: Any) -> None:
        """Put it on these places."""
        self.places.set(given or [])

    @factory.post_generation
    def partners(self: Project, _: bool, given: Any, **__: Any) -> None:
        """Make these organisations carry it out, and index it."""
        for organisation in given or []:
            ParticipationFactory(project=self, organisation=organisation)
        self.refresh_from_db()
        index_project(self)
        # A factory writes no journal line, which would tell the explorer to count again.
        index_of.cache_clear()


class ParticipationFactory(DjangoModelFactory[Participation]):
    """An organisation that carries a project out."""

    class Meta:
        model = Participation

    project = factory.SubFactory(ProjectFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = Role.IMPLEMENTING


class BeneficiariesFactory(DjangoModelFactory[Beneficiaries]):
    """A group whose number nobody told."""

    class Meta:
        model = Beneficiaries

    project = factory.SubFactory(ProjectFactory)
    slug = factory.Sequence("group-{}".format)
    group = factory.LazyFunction(lambda: text("Families"))


class MilestoneFactory(DjangoModelFactory[Milestone]):
    """A step of a project of which nobody says whether it is done."""

    class Meta:
        model = Milestone

    project = factory.SubFactory(ProjectFactory)
    slug = factory.Sequence("milestone-{}".format)
    title = factory.LazyAttribute(lambda made: text(f"Milestone {made.slug}"))
