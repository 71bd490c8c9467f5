"""Keep the search index in step with one record."""

from django.conf import settings
from django.db import transaction
from django.db.models import Model

from jumelage.public.site.models import SearchEntry
from jumelage.public.site.queries.search_engine import indexed_words
from jumelage.public.site.queries.search_entries import Draft, draft_of, has_readers
from jumelage.public.site.queries.search_texts import texts_of
from jumelage.public.site.rules.search_words import vocabulary_of
from jumelage.public.site.services.count_words import count_words
from jumelage.public.site.services.fill_engine import empty_engine, fill_engine


def index_record(record: Model) -> None:
    """Make `record` found, in each language of the readers, by what visitors may see of it now; or no more."""
    texts = texts_of(record)
    name = f"{record._meta.label_lower}:{record.pk}"
    if texts is None:
        forget_record(name)
        return
    with transaction.atomic():
        kept = {
            entry.language: entry
            for entry in SearchEntry.objects.filter(record=name).defer("vector")
        }
        for language, _ in settings.LANGUAGES:
            entry = kept.get(language) or SearchEntry(record=name, language=language)
            if has_readers(texts, language):
                _keep(entry, draft_of(texts, language))
            elif entry.pk:
                _forget(entry)


def forget_record(name: str) -> None:
    """Find the record `name` ("room.model:key") no more."""
    with transaction.atomic():
        for entry in SearchEntry.objects.filter(record=name).defer("vector"):
            _forget(entry)


def _keep(entry: SearchEntry, draft: Draft) -> None:
    if entry.digest == draft.values["digest"]:
        return
    before = vocabulary_of(indexed_words(entry.pk)) if entry.pk else set()
    for name, value in draft.values.items():
        setattr(entry, name, value)
    entry.save()
    words = draft.words
    fill_engine(entry, *map(" ".join, words))
    after = vocabulary_of([word for some in words for word in some])
    count_words(entry.language, added=after - before, removed=before - after)


def _forget(entry: SearchEntry) -> None:
    before = vocabulary_of(indexed_words(entry.pk))
    empty_engine(entry)
    count_words(entry.language, added=set(), removed=before)
    entry.delete()
