"""In which languages a text is written, by its commonest small words; unknown stays unknown.

Source: the house's own lists of words that are frequent in one of the languages and absent from the others; W. Cavnar
and J. Trenkle (1994) reach the same with letters, on longer lists than a programme in three languages needs.
"""

import re
from collections import Counter

_WORDS = {
    "fr": "le la les des du une est et dans pour que qui sur avec au aux par pas sont ce cette nous vous leur ou mais",
    "nl": "het een van en dat die voor zijn niet met aan ook deze wordt naar bij uit tot hun door onze worden heeft"
    " over",
    "en": "the and of to is that for with are this by from was which have not be as it their has will at on",
    "de": "der das und ist nicht mit ein eine für auf den dem sich auch werden wird zur zum bei nach durch oder wir",
}
_LANGUAGES = {word: code for code, words in _WORDS.items() for word in words.split()}
_WORD = re.compile(r"[^\W\d_]+")
READ_CHARACTERS = 200_000
# Fewer small words than this say nothing; a language of which there is less than a quarter is only quoted.
FEWEST_WORDS = 12
SMALLEST_SHARE = 0.25


def languages_of(text: str) -> list[str]:
    """Codes of the languages of `text`, the commonest first; none when the text is short or in another language."""
    words = _WORD.findall(text[:READ_CHARACTERS].lower())
    found = Counter(_LANGUAGES[word] for word in words if word in _LANGUAGES)
    known = found.total()
    # In running text of these languages, one word in four or more is such a word; elsewhere they are chance.
    if known < FEWEST_WORDS or known < len(words) / 10:
        return []
    return [code for code, count in found.most_common() if count >= SMALLEST_SHARE * known]
