"""Make the search index anew, from the records alone."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from django.conf import settings
from django.db import transaction

from jumelage.public.site.models import SearchEntry, Word
from jumelage.public.site.queries.search_entries import Draft, draft_of, has_readers
from jumelage.public.site.queries.search_texts import indexed_models, texts_of
from jumelage.public.site.rules.search_words import vocabulary_of
from jumelage.public.site.services.count_words import add_counts
from jumelage.public.site.services.fill_engine import Filling, engine_emptied, fill_engine_with

_BLOCK_ENTRIES = 500
# Above, the vocabulary gathered so far is written: memory stays bounded.
_MOST_COUNTED = 200_000
Counts = Counter[tuple[str, str]]


def rebuild_index() -> int:
    """Forget every entry and index every record again; the number of entries. Needed after a change of the rules."""
    made, counts, drafts = 0, Counts(), _drafts()
    with transaction.atomic(), engine_emptied():
        Word.objects.all().delete()
        while block := list(islice(drafts, _BLOCK_ENTRIES)):
            _keep(block, counts)
            made += len(block)
            if len(counts) > _MOST_COUNTED:
                add_counts(counts)
                counts.clear()
        add_counts(counts)
    return made


def _drafts() -> Iterator[tuple[SearchEntry, Draft]]:
    """What every record says to the readers of each language."""
    for model in indexed_models():
        for record in model._default_manager.order_by("pk").iterator(chunk_size=_BLOCK_ENTRIES):
            texts = texts_of(record)
            if texts is None:
                continue
            name = f"{record._meta.label_lower}:{record.pk}"
            for language, _ in settings.LANGUAGES:
                if has_readers(texts, language):
                    draft = draft_of(texts, language)
                    yield SearchEntry(record=name, language=language, **draft.values), draft


def _keep(block: list[tuple[SearchEntry, Draft]], counts: Counts) -> None:
    SearchEntry.objects.bulk_create(entry for entry, _ in block)
    fillings: list[Filling] = []
    for entry, draft in block:
        title, summary, body = draft.words
        fillings.append((entry, " ".join(title), " ".join(summary), " ".join(body)))
        words = vocabulary_of([*title, *summary, *body])
        counts.update((entry.language, word) for word in words)
    fill_engine_with(fillings)
