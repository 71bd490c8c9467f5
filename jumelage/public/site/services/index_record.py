"""Keep the search index in step with one record."""

from hashlib import blake2b

from django.conf import settings
from django.db import transaction
from django.db.models import Model
from django.utils.translation import override

from jumelage.foundation.kernel.translated import Translated
from jumelage.public.site.models import SearchEntry
from jumelage.public.site.queries.search_engine import indexed_words
from jumelage.public.site.queries.search_texts import Texts, texts_of
from jumelage.public.site.rules.search_words import vocabulary_of, words_of
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
            if texts.languages is None or language in texts.languages:
                _keep(entry, texts)
            elif entry.pk:
                _forget(entry)


def forget_record(name: str) -> None:
    """Find the record `name` ("room.model:key") no more."""
    with transaction.atomic():
        for entry in SearchEntry.objects.filter(record=name).defer("vector"):
            _forget(entry)


def _keep(entry: SearchEntry, texts: Texts) -> None:
    with override(entry.language):
        values = _values(texts)
    long_text = texts.long_text
    if texts.long_languages is not None and entry.language not in texts.long_languages:
        long_text = ""
    digest = blake2b("\0".join([*values.values(), long_text]).encode(), digest_size=16).hexdigest()
    if entry.digest == digest:
        return
    before = vocabulary_of(indexed_words(entry.pk)) if entry.pk else set()
    for name, value in values.items():
        setattr(entry, name, value)
    entry.digest = digest
    entry.save()
    texts_by_weight = [
        words_of(text) for text in (entry.title, entry.summary, entry.body or long_text)
    ]
    fill_engine(entry, *(" ".join(words) for words in texts_by_weight))
    after = vocabulary_of([word for words in texts_by_weight for word in words])
    count_words(entry.language, added=after - before, removed=before - after)


def _values(texts: Texts) -> dict[str, str]:
    title = texts.title
    return {
        "kind": texts.kind.value,
        "slug": texts.slug,
        "title": str(title),
        "title_language": title.language if isinstance(title, Translated) else "",
        "summary": str(texts.summary),
        "body": "\n".join(filter(None, map(str, texts.body))),
    }


def _forget(entry: SearchEntry) -> None:
    before = vocabulary_of(indexed_words(entry.pk))
    empty_engine(entry)
    count_words(entry.language, added=set(), removed=before)
    entry.delete()
