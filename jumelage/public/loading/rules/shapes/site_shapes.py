"""The site's identity and its editorial pages, as a person writes them.

Source: docs/data-files.md.
"""

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import Field, create_model, model_validator

from jumelage.public.loading.rules.shape import Day, Link, Shape, Slug, Text, wrong
from jumelage.public.loading.rules.shapes.evidence_shapes import Claimed
from jumelage.public.loading.rules.shapes.portfolio_shapes import Country, Latitude, Longitude


class CityEntry(Shape):
    """Which city speaks, and where it is."""

    name: Text
    tagline: Text = Field(default_factory=dict)
    organisation: Annotated[str | None, Link("organisation")] = None
    country: Country
    latitude: Latitude = None
    longitude: Longitude = None


class ContactBlock(Shape):
    """How to reach the people behind the site."""

    name: Text = Field(default_factory=dict)
    address: Text = Field(default_factory=dict)
    email: str = ""
    phone: str = ""


class HomeEntry(Shape):
    """The first words of the home page."""

    title: Text
    lede: Text = Field(default_factory=dict)


class MapEntry(Shape):
    """The part of the world map that is shown: x, y, width, height."""

    crop: Annotated[list[float], Field(min_length=4, max_length=4)]


class SiteFile(Shape):
    """site.yaml."""

    city: CityEntry
    contact: ContactBlock = ContactBlock()
    home: HomeEntry
    map: MapEntry | None = None


class NewsFile(Claimed):
    """news.yaml: a dated notice."""

    slug: Slug
    title: Text
    summary: Text
    text: Text = Field(default_factory=dict)
    date: Day = None
    published: bool = True


class BlockEntry(Shape):
    """A part of a page: one heading, one text or one list."""

    heading: str | None = None
    text: str | None = None
    items: Annotated[list[str] | None, Field(alias="list", min_length=1)] = None

    @model_validator(mode="after")
    def _one(self) -> "BlockEntry":
        if len(self.model_fields_set) != 1:
            raise wrong("block-not-one", {})
        return self


class PageText(Shape):
    """A page in one language."""

    slug: Slug
    title: str
    intro: str = ""
    body: list[BlockEntry] = Field(default_factory=list)


def page_shape(languages: Iterable[str], required: Iterable[str]) -> type[Shape]:
    """pages/<slug>.yaml: one text per language, those of `required` always."""
    fields: dict[str, Any] = {
        code: (PageText, ...) if code in required else (PageText | None, None) for code in languages
    }
    return create_model("PageFile", __base__=Shape, slug=(Slug, ...), **fields)
