"""Labels and what the city does for fair trade, as a person writes them.

Source: docs/data-files.md.
"""

from typing import Annotated

from pydantic import Field

from jumelage.public.loading.rules.shape import Day, Slug, Text, one_of
from jumelage.public.loading.rules.shapes.evidence_shapes import Claimed


class MarkFile(Claimed):
    """marks.yaml: a label of the guide, or a membership that is not one."""

    slug: Slug
    name: str
    as_published: str = ""
    kind: Annotated[str, one_of("mark kind")] = "label"
    behind: Text
    covers: Text
    proves_not: Text
    how_to_check: Text
    registry: str = ""
    order: Annotated[int, Field(ge=0)] = 0
    published: bool = True


class PracticeFile(Claimed):
    """practices.yaml: what the city holds, buys or asks."""

    slug: Slug
    kind: Annotated[str, one_of("practice kind")]
    title: Text
    text: Text = Field(default_factory=dict)
    date: Day = None
    disputed: bool = False
    order: Annotated[int, Field(ge=0)] = 0
    published: bool = True
