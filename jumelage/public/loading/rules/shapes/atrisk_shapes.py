"""Persons at risk and the networks of the city, as a person writes them.

Source: docs/data-files.md.
"""

from typing import Annotated

from pydantic import Field

from jumelage.public.loading.rules.shape import Dated, Day, Link, Once, Shape, Slug, Text, one_of
from jumelage.public.loading.rules.shapes.evidence_shapes import Claimed

AtRiskStatus = Annotated[str, one_of("status at risk")]


class MembershipFile(Claimed):
    """memberships.yaml: a network that the city is in."""

    slug: Slug
    network: Text
    about: Text = Field(default_factory=dict)
    run_by: Annotated[str | None, Link("organisation")] = None
    joined: Day = None
    decision: Annotated[str | None, Link("decision")] = None


class EventEntry(Claimed):
    """Something that happened on a date, or between two."""

    slug: Slug
    kind: Annotated[str, one_of("event kind at risk")]
    title: Text
    date: Day = None
    until: Day = None
    disputed: bool = False
    visibility: Annotated[str, one_of("visibility")] = "public"


class CheckEntry(Claimed):
    """What was found on the day when somebody looked."""

    checked_on: Day
    status: AtRiskStatus
    date: Day = None
    until: Day = None
    stored_copy: bool = False


class RestrictionEntry(Dated, Claimed):
    """What still binds a released person."""

    kind: Annotated[str, one_of("restriction")]
    text: Text


class LetterEntry(Claimed):
    """What one may write while the person has this status."""

    status: AtRiskStatus
    kind: Annotated[str, one_of("message")]
    text: Text
    rules: Text = Field(default_factory=dict)
    addressee: Text = Field(default_factory=dict)
    address: str = ""


class ImportEntry(Shape):
    """The paragraph of the city's own page that shows the person already; without it, nobody is shown."""

    source: Annotated[str, Link("source")]
    pinpoint: Text = Field(alias="at")


class AdoptedPersonFile(Claimed):
    """atrisk/<slug>.yaml: a person whom the city adopted."""

    slug: Slug
    name: str
    name_variants: list[str] = Field(default_factory=list)
    country: Annotated[str, one_of("country")]
    who: Text
    summary: Text = Field(default_factory=dict)
    adoption: Annotated[str | None, Link("decision")] = None
    order: Annotated[int, Field(ge=0)] = 0
    publication: ImportEntry | None = None
    events: Annotated[list[EventEntry], Once(("slug",))] = Field(default_factory=list)
    checks: Annotated[list[CheckEntry], Once(("checked_on",))] = Field(default_factory=list)
    restrictions: Annotated[list[RestrictionEntry], Once(("kind",))] = Field(default_factory=list)
    letters: Annotated[list[LetterEntry], Once(("status", "kind"))] = Field(default_factory=list)
