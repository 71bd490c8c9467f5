"""What a PDF sheet (design/pdf/sheet.typ) says of its sources: which they are, and the number that each bears."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language, gettext

from jumelage.city.evidence.models import Claim, Source
from jumelage.foundation.kernel.wording import day_words

Numbers = dict[int, int]


def numbers_of(sources: Iterable[Source]) -> Numbers:
    """The number that each source bears on a sheet, by its key. No query."""
    return {source.pk: place for place, source in enumerate(sources, start=1)}


def notes(numbers: Numbers, *claims: Claim | None) -> list[int]:
    """The numbers of the sources on which these claims rest, in order. No query."""
    pieces = (piece for claim in claims if claim for piece in claim.pieces)
    return sorted({numbers[piece.source_id] for piece in pieces})


def sheet_frame(sources: list[Source], *, path: str, changed: datetime | None) -> dict[str, Any]:
    """What every sheet holds around its facts, in the reader's language. No query.

    `path` is the page on the web, `changed` when its facts last changed; None is not known.
    """
    numbers = numbers_of(sources)
    return {
        "lang": get_language(),
        "sources": [_source(source, numbers[source.pk]) for source in sources],
        "address": f"{settings.SITE_ADDRESS}{path}",
        "made_on": _day(changed),
        "labels": {
            "mark": gettext("Two open rings that meet"),
            "site": gettext("International solidarity"),
            "page": gettext("Page"),
            "facts": gettext("In short"),
            "fact": gettext("Fact"),
            "value": gettext("Value"),
            "sources": gettext("Sources of this page"),
            "made_on": gettext("State of the facts on"),
            "address": gettext("This page on the web:"),
        },
    }


def _source(source: Source, number: int) -> dict[str, Any]:
    date = source.date.in_words(_reader()) if source.date else gettext("date not known")
    text = f"{source.title}, {source.publisher} ({source.get_voice_display()}), {date}"
    # What it was read from is part of how sure the page is.
    text = f"{text}. {source.note}" if source.note else text
    return {"number": number, "text": text, "address": source.address}


def _day(moment: datetime | None) -> str:
    return day_words(timezone.localtime(moment)) if moment else gettext("Not known")


def _reader() -> str:
    return get_language() or "fr"
