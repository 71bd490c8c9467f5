"""French puts a space before « : ; ! ? » and inside its quotation marks; no line may break there.

Source: Lexique des règles typographiques en usage à l’Imprimerie nationale, « Ponctuation » and « Nombres »;
HTML Living Standard, 13.1.2 (tags), for what is no text of a page.
"""

import re

NO_BREAK = "\u00a0"
# Tags, and what people typed or machines read, stay as they are.
_APART = r"<(?P<whole>textarea|script|style|pre)\b.*?</(?P=whole)\s*>|<[^>]*>"
_SPACE = r"(?<=«) | (?=[:;!?»%€])|(?<=\d) (?=\d{3}\b)"
_EITHER = re.compile(f"(?P<apart>{_APART})|{_SPACE}", re.DOTALL | re.IGNORECASE)


def bind_french(html: str) -> str:
    """A French page in which no line begins with a punctuation mark, ends with “«” or cuts a number in two."""
    return _EITHER.sub(lambda found: found["apart"] or NO_BREAK, html)
