"""Seats, sittings and opinions of the bodies, as a person writes them.

Source: docs/data-files.md.
"""

from typing import Annotated

from pydantic import Field

from jumelage.public.loading.rules.shape import Dated, Day, Link, Slug, Text, one_of
from jumelage.public.loading.rules.shapes.evidence_shapes import Claimed


class MandateFile(Dated, Claimed):
    """mandates.yaml: a seat in a body."""

    slug: Slug
    body: Annotated[str, Link("body")]
    category: Annotated[str, one_of("seat category")]
    organisation: Annotated[str | None, Link("organisation")] = None
    person: Annotated[str | None, Link("person")] = None
    role: Text = Field(default_factory=dict)
    voting: bool | None = None
    published: bool = True


class SittingFile(Claimed):
    """sittings.yaml: a meeting of a body."""

    slug: Slug
    body: Annotated[str, Link("body")]
    held_on: Day
    documents: Annotated[list[str], Link("document")] = Field(default_factory=list)


class OpinionFile(Claimed):
    """opinions.yaml: what a body advised, and what became of it."""

    slug: Slug
    body: Annotated[str, Link("body")]
    sitting: Annotated[str | None, Link("sitting")] = None
    kind: Annotated[str, one_of("opinion kind")] = "requested"
    subject: Text
    outcome: Annotated[str, one_of("opinion outcome")]
    majority: Text = Field(default_factory=dict)
    minority: Text = Field(default_factory=dict)
    links: list[str] = Field(default_factory=list)
    follow_up: Annotated[str, one_of("follow-up")] = ""
    followed_up_on: Day = None
    follow_up_reason: Text = Field(default_factory=dict)
    decision: Annotated[str | None, Link("decision")] = None
    documents: Annotated[list[str], Link("document")] = Field(default_factory=list)
    published: bool = True
