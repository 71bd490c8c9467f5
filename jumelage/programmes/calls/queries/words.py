"""The room's words, for the rooms above."""

from jumelage.programmes.calls.phrases import (
    KINDS,
    act_words,
    hour_words,
    moment_words,
    words_of_field,
    words_of_lack,
)

__all__ = ["KINDS", "act_words", "hour_words", "moment_words", "words_of_field", "words_of_lack"]
