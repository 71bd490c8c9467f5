"""Organisations, people, bodies, decisions and roles, as a person writes them.

Source: docs/data-files.md.
"""

from typing import Annotated

from pydantic import Field

from jumelage.public.loading.rules.shape import Dated, Day, Link, Once, Shape, Slug, Text, one_of
from jumelage.public.loading.rules.shapes.evidence_shapes import Claimed


class IdentifierEntry(Claimed):
    """A number given by a register."""

    scheme: str
    value: str


class ContactEntry(Claimed):
    """A way to reach an organisation."""

    channel: Annotated[str, one_of("channel")]
    value: str
    public: bool = False


class OrganisationFile(Claimed):
    """organisations.yaml."""

    slug: Slug
    name: Text
    acronym: str = ""
    kind: Annotated[str, one_of("organisation kind")]
    country: Annotated[str, one_of("country")]
    town: Text = Field(default_factory=dict)
    about: Text = Field(default_factory=dict)
    published: bool = True
    merged_into: Annotated[str | None, Link("organisation")] = None
    identifiers: Annotated[list[IdentifierEntry], Once(("scheme", "value"))] = Field(
        default_factory=list
    )
    contacts: Annotated[list[ContactEntry], Once(("channel", "value"))] = Field(
        default_factory=list
    )


class PositionEntry(Dated, Claimed):
    """What a person does in an organisation."""

    organisation: Annotated[str, Link("organisation")]
    role: Text


class PersonFile(Claimed):
    """people.yaml: who acts for an organisation; never a beneficiary."""

    slug: Slug
    name: str
    public: bool = False
    positions: Annotated[list[PositionEntry], Once(("organisation", "role"))] = Field(
        default_factory=list
    )


class BodyFile(Claimed):
    """bodies.yaml."""

    slug: Slug
    kind: Annotated[str, one_of("body kind")]
    name: Text
    about: Text = Field(default_factory=dict)
    organisation: Annotated[str, Link("organisation")]


class DecisionFile(Claimed):
    """decisions.yaml."""

    slug: Slug
    body: Annotated[str | None, Link("body")] = None
    proposed_by: Annotated[str | None, Link("body")] = None
    date: Day = None
    number: str = ""
    subject: Text
    outcome: Annotated[str, one_of("outcome")] = "adopted"
    documents: Annotated[list[str], Link("document")] = Field(default_factory=list)


class RoleFile(Shape):
    """roles.yaml: a named set of acts of people who sign in."""

    code: Slug
    name: Text
    staff: bool = False
    acts: list[Annotated[str, one_of("act")]] = Field(default_factory=list)
