"""What the index keeps of a record for the readers of one language: its texts, and the words it is found by."""

from dataclasses import dataclass
from hashlib import blake2b

from django.utils.translation import override

from jumelage.foundation.kernel.translated import Translated
from jumelage.public.site.queries.search_texts import Texts
from jumelage.public.site.rules.search_words import words_of


@dataclass(frozen=True)
class Draft:
    """An entry as it should be: the values of its fields, its digest among them, and a document's own text."""

    values: dict[str, str]
    long_text: str

    @property
    def words(self) -> tuple[list[str], list[str], list[str]]:
        """The words of the title, of the summary and of the rest."""
        body = self.values["body"] or self.long_text
        return words_of(self.values["title"]), words_of(self.values["summary"]), words_of(body)


def has_readers(texts: Texts, language: str) -> bool:
    """Whether those who read `language` may find these texts."""
    return texts.languages is None or language in texts.languages


def draft_of(texts: Texts, language: str) -> Draft:
    """The entry of these texts for those who read `language`."""
    with override(language):
        values = _values(texts)
    unread = texts.long_languages is not None and language not in texts.long_languages
    long_text = "" if unread else texts.long_text
    told = "\0".join([*values.values(), long_text])
    digest = blake2b(told.encode(), digest_size=16).hexdigest()
    return Draft({**values, "digest": digest}, long_text)


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
