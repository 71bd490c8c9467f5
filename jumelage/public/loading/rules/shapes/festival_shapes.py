"""The fortnight: editions, venues and events, as a person writes them.

Source: docs/data-files.md.
"""

from typing import Annotated

from pydantic import Field

from jumelage.public.loading.rules.shape import Dated, Day, Link, Once, Slug, Text, one_of
from jumelage.public.loading.rules.shapes.evidence_shapes import Claimed, Language

Hour = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]


class EditionFile(Dated, Claimed):
    """editions.yaml: the fortnight of one year."""

    slug: Slug
    year: Annotated[int, Field(ge=1900, le=2200)]
    title: Text
    theme: Text
    summary: Text = Field(default_factory=dict)
    programme_note: Text = Field(default_factory=dict)
    kinds: list[Annotated[str, one_of("event kind")]] = Field(default_factory=list)
    documents: Annotated[list[str], Link("document")] = Field(default_factory=list)
    published: bool = True


class VenueFile(Claimed):
    """venues.yaml: a place open to visitors."""

    slug: Slug
    name: Text
    directions: Text = Field(default_factory=dict)
    address_public: bool = True
    accessibility: Text = Field(default_factory=dict)
    website: str = ""


class OccurrenceEntry(Claimed):
    """When and where an event takes place."""

    slug: Slug
    date: Day = None
    starts_at: Hour | None = None
    until: Day = None
    ends_at: Hour | None = None
    venue: Annotated[str | None, Link("venue")] = None
    status: Annotated[str, one_of("occurrence status")] = "scheduled"
    note: Text = Field(default_factory=dict)


class EventFile(Claimed):
    """events/<slug>.yaml: something to attend."""

    slug: Slug
    edition: Annotated[str, Link("edition")]
    kind: Annotated[str, one_of("event kind")]
    title: Text
    summary: Text
    about: Text = Field(default_factory=dict)
    languages: list[Language] = Field(default_factory=list)
    accessibility: Text = Field(default_factory=dict)
    registration: Text = Field(default_factory=dict)
    registration_url: str = ""
    organisers: Annotated[list[str], Link("organisation")] = Field(default_factory=list)
    published: bool = True
    occurrences: Annotated[list[OccurrenceEntry], Once(("slug",))] = Field(default_factory=list)
