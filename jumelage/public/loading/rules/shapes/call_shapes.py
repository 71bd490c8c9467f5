"""Calls for projects, as a person writes them.

Source: docs/data-files.md.
"""

from typing import Annotated

from pydantic import AfterValidator, Field

from jumelage.public.loading.rules.shape import Day, Link, Once, Shape, Slug, Text, one_of
from jumelage.public.loading.rules.shapes.evidence_shapes import Claimed
from jumelage.public.loading.rules.shapes.festival_shapes import Hour

Whole = Annotated[int, Field(ge=0)]
Share = Annotated[int, Field(ge=1, le=100)]
# Written in euros, kept in euro cents.
Euros = Annotated[int, Field(ge=0), AfterValidator(lambda euros: euros * 100)]
Authority = Annotated[str, one_of("authority")]
Number = Annotated[str, Field(pattern=r"^[0-9A-Za-z.-]{1,10}$")]


class Rule(Claimed):
    """What every row of a regulation tells: whose rule it is, where it stands, its place."""

    authority: Authority = "proposal"
    order: Whole = 0


class ArticleEntry(Rule):
    """An article of the regulation."""

    number: Number
    title: Text
    text: Text


class TrackEntry(Rule):
    """One way to apply."""

    slug: Slug
    title: Text
    summary: Text
    eligibility: Text = Field(default_factory=dict)
    cap_cents: Euros | None = Field(default=None, alias="cap_euros")
    minimum_cents: Euros | None = Field(default=None, alias="minimum_euros")
    share_percent: Share | None = None
    budget_rules: Text = Field(default_factory=dict)
    article: str = ""


class EnvelopeEntry(Rule):
    """An amount set apart."""

    slug: Slug
    kind: Annotated[str, one_of("envelope kind")]
    title: Text
    sentence: Text = Field(default_factory=dict)
    amount_cents: Euros = Field(alias="amount_euros")
    track: str | None = None
    article: str = ""


class CriterionEntry(Rule):
    """What a jury weighs."""

    slug: Slug
    title: Text
    about: Text = Field(default_factory=dict)
    weight: Share | None = None
    track: str | None = None
    article: str = ""


class AskedDocumentEntry(Rule):
    """A document to join."""

    slug: Slug
    title: Text
    note: Text = Field(default_factory=dict)
    applicants: list[Annotated[str, one_of("applicant kind")]] = Field(default_factory=list)
    required: bool = True
    track: str | None = None
    article: str = ""


class ChoiceEntry(Shape):
    """A possible answer."""

    code: Slug
    text: Text


class QuestionEntry(Claimed):
    """A question of the eligibility check; without choices it asks a number."""

    slug: Slug
    order: Whole = 0
    text: Text
    hint: Text = Field(default_factory=dict)
    choices: list[ChoiceEntry] = Field(default_factory=list)


class RequirementEntry(Rule):
    """What an article requires of whoever applies."""

    slug: Slug
    text: Text
    needs: Annotated[str, Field(min_length=1, max_length=400)]
    track: str | None = None
    article: str = ""


class DateEntry(Claimed):
    """A date of the calendar; `in_days` counts from the first loading, for demonstrations alone."""

    slug: Slug
    kind: Annotated[str, one_of("date kind")]
    title: Text
    date: Day = None
    in_days: int | None = None
    starts_at: Hour | None = None
    ends_at: Hour | None = None
    place: Text = Field(default_factory=dict)
    link: str = ""
    note: Text = Field(default_factory=dict)
    cancelled: bool = False


class FaqEntry(Claimed):
    """A question that people ask, and its answer."""

    slug: Slug
    order: Whole = 0
    question: Text
    answer: Text
    article: str = ""


class CallDocumentEntry(Claimed):
    """A document to read."""

    document: Annotated[str, Link("document")]
    kind: Annotated[str, one_of("document kind")] = "other"
    order: Whole = 0


class CallFile(Claimed):
    """calls/<slug>.yaml: a call for projects."""

    slug: Slug
    year: Annotated[int, Field(ge=1900, le=2200)]
    title: Text
    summary: Text
    purpose: Text = Field(default_factory=dict)
    how_to_apply: Text = Field(default_factory=dict)
    contact: Text = Field(default_factory=dict)
    contact_email: str = ""
    budget_cents: Euros | None = Field(default=None, alias="budget_euros")
    budget_authority: Authority = "proposal"
    opens_on: Day = None
    opens_in_days: int | None = None
    opens_hour: Hour | None = None
    closes_on: Day = None
    closes_in_days: int | None = None
    closes_hour: Hour | None = None
    form: Annotated[str | None, Link("form")] = None
    grace_minutes: Whole = 30
    completion_days: Whole = 7
    draft_retention_days: Whole = 180
    de_facto_min_persons: Whole | None = None
    demonstration: bool = False
    published: bool = True
    change_reason: Text = Field(default_factory=dict)
    articles: Annotated[list[ArticleEntry], Once(("number",))] = Field(default_factory=list)
    tracks: Annotated[list[TrackEntry], Once(("slug",))] = Field(default_factory=list)
    envelopes: Annotated[list[EnvelopeEntry], Once(("slug",))] = Field(default_factory=list)
    criteria: Annotated[list[CriterionEntry], Once(("slug",))] = Field(default_factory=list)
    asked_documents: Annotated[list[AskedDocumentEntry], Once(("slug",))] = Field(
        default_factory=list
    )
    questions: Annotated[list[QuestionEntry], Once(("slug",))] = Field(default_factory=list)
    requirements: Annotated[list[RequirementEntry], Once(("slug",))] = Field(default_factory=list)
    dates: Annotated[list[DateEntry], Once(("slug",))] = Field(default_factory=list)
    faqs: Annotated[list[FaqEntry], Once(("slug",))] = Field(default_factory=list)
    call_documents: Annotated[list[CallDocumentEntry], Once(("document",))] = Field(
        default_factory=list, alias="documents"
    )
