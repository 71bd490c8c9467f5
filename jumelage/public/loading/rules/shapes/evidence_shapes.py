"""Sources, documents, claims and the evidence for them, as a person writes them.

Source: docs/data-files.md.
"""

from typing import Annotated

from pydantic import Field, model_validator

from jumelage.public.loading.rules.shape import Day, Link, Once, Shape, Slug, Text, one_of, wrong

Language = Annotated[str, one_of("language")]


class EvidenceEntry(Shape):
    """One source's word on a claim, resting on a pinpoint (`at`) or a quotation."""

    source: Annotated[str, Link("source")]
    value: Text = Field(alias="says")
    pinpoint: Text = Field(default_factory=dict, alias="at")
    quotation: str = ""
    quotation_language: Language = ""
    shown: bool = False
    stance: Annotated[str, one_of("stance")] = "states"

    @model_validator(mode="after")
    def _quotes_in_a_language(self) -> "EvidenceEntry":
        if self.quotation and not self.quotation_language:
            raise wrong("quotation-language-missing", {"at": ("quotation",)})
        return self


class ClaimEntry(Shape):
    """What is claimed, and by whom; of several pieces of evidence one is shown, with the reason."""

    about: Annotated[str, Field(pattern=r"^[a-z0-9_:-]{1,60}$")]
    because: Text = Field(default_factory=dict)
    evidence: Annotated[list[EvidenceEntry], Once(("source",)), Field(min_length=1)]

    @model_validator(mode="after")
    def _rests_and_is_chosen(self) -> "ClaimEntry":
        about = self.about
        for number, piece in enumerate(self.evidence):
            if not (piece.pinpoint or piece.quotation.strip()):
                at = ("evidence", number)
                details = {"about": about, "source": piece.source}
                raise wrong("evidence-unpinned", {**details, "at": at})
        if len(self.evidence) > 1:
            if sum(piece.shown for piece in self.evidence) != 1:
                raise wrong("evidence-choice-missing", {"about": about, "at": ("evidence",)})
            if not self.because:
                raise wrong("evidence-reason-missing", {"about": about, "at": ("evidence",)})
        return self


class Claimed(Shape):
    """Anything that may carry claims."""

    claims: Annotated[list[ClaimEntry], Once(("about",))] = Field(default_factory=list)


class DocumentFile(Claimed):
    """documents.yaml: a file, or the record of one that was not supplied."""

    slug: Slug
    title: Text
    languages: list[Language] = Field(default_factory=list)
    date: Day = None
    file: Annotated[str, one_of("file")] = ""
    media_type: str = ""
    size_bytes: Annotated[int | None, Field(ge=0)] = None
    pages: Annotated[int | None, Field(ge=1)] = None
    published: bool = True


class VideoFile(Claimed):
    """videos.yaml: the record of a film; its file and its subtitles are sent at the desk."""

    slug: Slug
    title: Text
    summary: Text = Field(default_factory=dict)
    credit: Text = Field(default_factory=dict)
    date: Day = None
    narration: list[Language] = Field(default_factory=list)
    subtitles: list[Language] = Field(default_factory=list)
    topic: Annotated[str, one_of("video topic")] = ""
    published: bool = True


class SourceFile(Claimed):
    """sources.yaml: where statements come from."""

    slug: Slug
    title: Text
    publisher: Text
    voice: Annotated[str, one_of("voice")]
    address: str = ""
    language: Language = ""
    date: Day = None
    read_on: Day = None
    received_on: Day = None
    document: Annotated[str | None, Link("document")] = None
    sha256: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] = ""
    note: Text = Field(default_factory=dict)
