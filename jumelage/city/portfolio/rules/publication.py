"""What a record needs before visitors see it.

Source: laws on the use of languages in administrative matters, coordinated on 18 July 1966, article 18: notices of
the local services of Brussels-Capital to the public are drawn up in French and in Dutch.
"""

from collections.abc import Mapping, Sequence

from jumelage.foundation.kernel.field_names import check_texts


def check_languages(texts: Mapping[str, Mapping[str, str]], *, required: Sequence[str]) -> None:
    """Accept texts (by field) that are all written in the `required` languages; raises Refused("texts-missing")."""
    check_texts(texts, required=required)
