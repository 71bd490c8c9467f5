"""Places, partnerships, projects and announcements, as a person writes them.

Source: docs/data-files.md.
"""

from typing import Annotated

from pydantic import Field

from jumelage.public.loading.rules.shape import Dated, Day, Link, Once, Slug, Text, one_of
from jumelage.public.loading.rules.shapes.evidence_shapes import Claimed

Latitude = Annotated[float | None, Field(ge=-90, le=90)]
Longitude = Annotated[float | None, Field(ge=-180, le=180)]
People = Annotated[int | None, Field(ge=0)]
Country = Annotated[str, one_of("country")]
Documents = Annotated[list[str], Link("document")]


class PlaceFile(Claimed):
    """places.yaml: never finer than a municipality or an area."""

    slug: Slug
    name: Text
    kind: Annotated[str, one_of("place kind")]
    country: Country
    parent: Annotated[str | None, Link("place")] = None
    latitude: Latitude = None
    longitude: Longitude = None
    area_km2: Annotated[float | None, Field(gt=0)] = None
    about: Text = Field(default_factory=dict)


class PartnerEntry(Dated, Claimed):
    """An organisation in a partnership."""

    organisation: Annotated[str, Link("organisation")]
    part: Text = Field(default_factory=dict)
    focal_point: bool = False


class AgreementEntry(Dated, Claimed):
    """A step that binds a partnership."""

    slug: Slug
    title: Text
    about: Text = Field(default_factory=dict)
    decision: Annotated[str | None, Link("decision")] = None
    documents: Documents = Field(default_factory=list)


class AxisEntry(Claimed):
    """A line of work of a partnership."""

    slug: Slug
    title: Text
    about: Text = Field(default_factory=dict)


class PartnershipFile(Dated, Claimed):
    """partnerships/<slug>.yaml."""

    slug: Slug
    title: Text
    summary: Text
    context: Text = Field(default_factory=dict)
    country: Country
    places: Annotated[list[str], Link("place")] = Field(default_factory=list)
    status: Annotated[str, one_of("status")] = ""
    documents: Documents = Field(default_factory=list)
    published: bool = True
    order: Annotated[int, Field(ge=0)] = 0
    partners: Annotated[list[PartnerEntry], Once(("organisation",))] = Field(default_factory=list)
    agreements: Annotated[list[AgreementEntry], Once(("slug",))] = Field(default_factory=list)
    axes: Annotated[list[AxisEntry], Once(("slug",))] = Field(default_factory=list)


class ParticipationEntry(Claimed):
    """An organisation in a project, and its role."""

    organisation: Annotated[str, Link("organisation")]
    role: Annotated[str, one_of("role")]


class BeneficiariesEntry(Claimed):
    """A group of people a project is for."""

    slug: Slug
    group: Text
    announced: People = None
    reached: People = None


class MilestoneEntry(Claimed):
    """Something built, begun, done or planned."""

    slug: Slug
    title: Text
    date: Day = None
    done: bool | None = None


class ProjectFile(Dated, Claimed):
    """projects/<slug>.yaml."""

    slug: Slug
    title: Text
    acronym: str = ""
    summary: Text
    aims: Text = Field(default_factory=dict)
    partnership: Annotated[str | None, Link("partnership")] = None
    parent: Annotated[str | None, Link("project")] = None
    country: Country
    places: Annotated[list[str], Link("place")] = Field(default_factory=list)
    status: Annotated[str, one_of("status")] = ""
    themes: list[Annotated[str, one_of("theme")]] = Field(default_factory=list)
    sectors: list[Annotated[str, one_of("sector")]] = Field(default_factory=list)
    sdgs: list[Annotated[int, Field(ge=1, le=17)]] = Field(default_factory=list)
    decision: Annotated[str | None, Link("decision")] = None
    documents: Documents = Field(default_factory=list)
    published: bool = True
    order: Annotated[int, Field(ge=0)] = 0
    participations: Annotated[list[ParticipationEntry], Once(("organisation", "role"))] = Field(
        default_factory=list
    )
    beneficiaries: Annotated[list[BeneficiariesEntry], Once(("slug",))] = Field(
        default_factory=list
    )
    milestones: Annotated[list[MilestoneEntry], Once(("slug",))] = Field(default_factory=list)


class AnnouncementFile(Claimed):
    """announcements.yaml: what somebody wishes or promises, and the city has not decided."""

    slug: Slug
    text: Text
    partnership: Annotated[str | None, Link("partnership")] = None
    published: bool = True
