"""What the site knows about the words that a visitor asks for."""

import re
from dataclasses import dataclass, field, replace

from jumelage.city.evidence.models import Document
from jumelage.city.portfolio.models import Place
from jumelage.public.site.choices import Found
from jumelage.public.site.models import SearchEntry
from jumelage.public.site.queries.news import news
from jumelage.public.site.queries.search_engine import Scored, matches
from jumelage.public.site.queries.vocabulary import corrected
from jumelage.public.site.rules.highlighting import Part, excerpt, marked, pattern_of
from jumelage.public.site.rules.search_words import asked_words, forms_of

CANDIDATES = 300


@dataclass(frozen=True)
class Answer:
    """What was found: numbers of entries, the best first.

    `words` are those looked for; `instead_of` those typed, when they were corrected; `any_word` tells that no
    entry holds them all. `capped`: there are more entries than were looked at.
    """

    words: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    instead_of: list[str] = field(default_factory=list)
    any_word: bool = False

    @property
    def capped(self) -> bool:
        """Whether there is more than the best that are shown."""
        return len(self.numbers) >= CANDIDATES


@dataclass(frozen=True)
class Result:
    """One entry as it is shown: each text in parts, with whether a part was asked for; of a place, its country."""

    entry: SearchEntry
    title: list[Part]
    text: list[Part]
    has_file: bool = False
    country: str = ""


def search(question: str, *, language: str, kind: str = "") -> Answer:
    """What is found for `question` by a reader of `language`, of one kind or of all (empty)."""
    words = asked_words(question, language)
    if not words:
        return Answer()
    kind = kind if kind in Found.values else ""
    found = _ask(words, language, kind)
    if found:
        return Answer(words, found)
    better = corrected(words, language=language)
    instead_of = words if better != words else []
    found = _ask(better, language, kind) if instead_of else []
    if found or len(better) == 1:
        return Answer(better, found, instead_of)
    return Answer(better, _ask(better, language, kind, every=False), instead_of, any_word=True)


def _ask(words: list[str], language: str, kind: str, *, every: bool = True) -> list[int]:
    rows: list[Scored] = matches(words, language=language, kind=kind, every=every, limit=CANDIDATES)
    return [number for number, _ in rows]


def shown(numbers: list[int], words: list[str], *, language: str) -> list[Result]:
    """The entries `numbers` as a page shows them, in that order: four queries at most."""
    entries = SearchEntry.objects.defer("vector").in_bulk(numbers)
    kept = _still_shown([entries[number] for number in numbers if number in entries])
    keys = [entry.record.rpartition(":")[2] for entry in kept if entry.kind == Found.DOCUMENT]
    documents = Document.objects.filter(pk__in=keys, published=True).only("text", "file")
    files = {f"evidence.document:{one.pk}": one for one in documents} if keys else {}
    places = [entry.slug for entry in kept if entry.kind == Found.PLACE]
    countries = dict(Place.objects.filter(slug__in=places).values_list("slug", "country"))
    pattern = pattern_of([form for word in words for form in forms_of(word, language)])
    results = [_result(entry, files.get(entry.record), pattern) for entry in kept]
    return [replace(one, country=countries.get(one.entry.slug, "")) for one in results]


def _still_shown(found: list[SearchEntry]) -> list[SearchEntry]:
    """Without the notices whose hour is over: the index follows the clock a little later."""
    slugs = [entry.slug for entry in found if entry.kind == Found.NEWS]
    shown_now = set(news().filter(slug__in=slugs).values_list("slug", flat=True)) if slugs else ()
    return [entry for entry in found if entry.kind != Found.NEWS or entry.slug in shown_now]


def _result(entry: SearchEntry, document: Document | None, pattern: re.Pattern[str]) -> Result:
    body = document.text if document else entry.body
    text = excerpt(entry.summary, pattern) or excerpt(body, pattern)
    if not text and entry.summary:
        text = [(entry.summary, False)]
    return Result(entry, marked(entry.title, pattern), text, bool(document and document.file))
