"""Everything that can be wrong with a folder of data files, found before anything is written.

Source: docs/data-files.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from jumelage.public.loading.rules.crossing import (
    entries_twice,
    in_order,
    keys_twice,
    names_of_nothing,
)
from jumelage.public.loading.rules.entries import Entry, entries_of, unknown_file, warnings_of
from jumelage.public.loading.rules.folder import kinds_of
from jumelage.public.loading.rules.mistakes import Mistake
from jumelage.public.loading.rules.shape import Rulebook


@dataclass(frozen=True)
class Checked:
    """The records of a folder in the order to write them, its mistakes, and its gaps."""

    entries: list[Entry]
    mistakes: list[Mistake]
    warnings: list[Mistake]


def check_folder(
    files: Mapping[str, str], book: Rulebook, known: Mapping[str, set[str]]
) -> Checked:
    """Check `files` (text by name) one by one, against each other, and against what exists.

    `known` are the slugs of what exists already, by kind.
    """
    kinds = kinds_of(book)
    rank = list(kinds)
    entries: list[Entry] = []
    mistakes: list[Mistake] = []
    warnings: list[Mistake] = []
    for file, text in files.items():
        kind = next((each for each in kinds.values() if each.holds(file)), None)
        if kind is None:
            mistakes.append(unknown_file(file, kinds))
            continue
        found, reading = entries_of(file, text, kind, book)
        entries += found
        mistakes += reading.mistakes
        warnings += warnings_of(reading, book)
    entries.sort(key=lambda entry: rank.index(entry.kind.name))
    entries, circles = in_order(entries)
    for more in (keys_twice, entries_twice):
        mistakes += more(entries)
    places = {kind.name: kind.place for kind in kinds.values()}
    mistakes += [*circles, *names_of_nothing(entries, known, places)]
    return Checked(entries, sorted(mistakes), sorted(warnings))
