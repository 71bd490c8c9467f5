"""Emergency aid: the fund, crises and answers, as a person writes them.

Source: docs/data-files.md.
"""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from jumelage.public.loading.rules.shape import Dated, Day, Link, Once, Slug, Text, one_of
from jumelage.public.loading.rules.shapes.evidence_shapes import Claimed

Country = Annotated[str, one_of("country")]
Principle = Annotated[str, one_of("principle")]
Cents = Annotated[int | None, Field(ge=0)]


def _decimal(value: Any) -> Any:
    """A whole number is a number of goods too."""
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


class FundFile(Claimed):
    """funds.yaml: the city's emergency fund."""

    slug: Slug
    title: Text
    about: Text = Field(default_factory=dict)
    declared_countries: Annotated[int | None, Field(ge=0)] = None
    principles: list[Principle] = Field(default_factory=list)
    published: bool = True


class CrisisFile(Dated, Claimed):
    """crises.yaml: a disaster or a conflict."""

    slug: Slug
    title: Text
    summary: Text = Field(default_factory=dict)
    hazard: Annotated[str, one_of("hazard")] = ""
    countries: Annotated[list[Country], Field(min_length=1)]
    glides: list[str] = Field(default_factory=list)
    published: bool = True


class GoodsEntry(Claimed):
    """Goods of one sort."""

    slug: Slug
    status: Annotated[str, one_of("goods status")] = "given"
    description: Text
    quantity: Annotated[float | None, BeforeValidator(_decimal)] = None
    unit: Text = Field(default_factory=dict)


class AnswerFile(Claimed):
    """emergency/<slug>.yaml: what the city gave, put off or refused after a crisis."""

    slug: Slug
    crisis: Annotated[str, Link("crisis")]
    title: Text
    form: Annotated[str, one_of("aid form")]
    outcome: Annotated[str, one_of("aid outcome")] = "given"
    date: Day = None
    countries: list[Country] = Field(default_factory=list)
    from_fund: bool | None = None
    asked_by: Text = Field(default_factory=dict)
    asked: Text = Field(default_factory=dict)
    asked_cents: Cents = None
    amount_cents: Cents = None
    stage: Annotated[str, one_of("stage")] = ""
    value_cents: Cents = None
    value_basis: Text = Field(default_factory=dict)
    partners: Annotated[list[str], Link("organisation")] = Field(default_factory=list)
    with_whom: Text = Field(default_factory=dict)
    decision: Annotated[str | None, Link("decision")] = None
    principles: list[Principle] = Field(default_factory=list)
    principles_note: Text = Field(default_factory=dict)
    reason: Text = Field(default_factory=dict)
    note: Text = Field(default_factory=dict)
    documents: Annotated[list[str], Link("document")] = Field(default_factory=list)
    published: bool = True
    goods: Annotated[list[GoodsEntry], Once(("slug",))] = Field(default_factory=list)
