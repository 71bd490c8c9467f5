"""From the text of a file to the records in it, each checked by itself.

Source: docs/data-files.md.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from pydantic import ValidationError

from jumelage.public.loading.rules.explaining import explain
from jumelage.public.loading.rules.folder import Kind
from jumelage.public.loading.rules.mistakes import Mistake, Path, unknown
from jumelage.public.loading.rules.shape import Rulebook
from jumelage.public.loading.rules.walking import Visit, untranslated, visits
from jumelage.public.loading.rules.yaml_lines import Reading, read_yaml


@dataclass
class Entry:
    """A record as written, with its kind, key and place; `record` is None where it is wrong."""

    kind: Kind
    key: str
    reading: Reading
    path: Path
    record: Any = None
    visits: list[Visit] = field(default_factory=list)

    def wrong(self, path: Path, code: str, **details: Any) -> Mistake:
        """A mistake at `path`."""
        return Mistake(self.reading.file, self.reading.line(path), code, details)


def entries_of(file: str, text: str, kind: Kind, book: Rulebook) -> tuple[list[Entry], Reading]:
    """The records of a file, and its reading with the mistakes of each."""
    reading = read_yaml(file, text)
    if reading.mistakes:
        return [], reading
    if kind.one:
        return [_entry(kind, reading, (), book)], reading
    if not isinstance(reading.value, list):
        reading.wrong(1, "file-not-list")
        return [], reading
    return [_entry(kind, reading, (number,), book) for number in range(len(reading.value))], reading


def warnings_of(reading: Reading, book: Rulebook) -> Iterator[Mistake]:
    """The texts that lack a welcome language."""
    welcome = [code for code in book.languages if code not in book.required]
    for path, missing in untranslated(reading.value, (), book.languages, welcome):
        details = {"languages": ", ".join(missing)}
        yield Mistake(reading.file, reading.line(path), "language-missing", details)


def unknown_file(file: str, kinds: Mapping[str, Kind]) -> Mistake:
    """A file that is of no kind."""
    places = [kind.place for kind in kinds.values()]
    word = f"{file.partition('/')[0]}/" if "/" in file else file
    code, details = unknown("data-file-unknown", word, places, known=", ".join(places))
    return Mistake(file, 0, code, details)


def _entry(kind: Kind, reading: Reading, path: Path, book: Rulebook) -> Entry:
    raw = reading.value[path[0]] if path else reading.value
    key = raw.get(kind.key) if isinstance(raw, dict) else None
    entry = Entry(kind, key if isinstance(key, str) else "", reading, path)
    entry.visits = list(visits(kind.shape, raw, path))
    try:
        entry.record = kind.shape.model_validate(raw, context=book)
    except ValidationError as error:
        reading.mistakes += explain(error, reading, kind.shape, path)
    stem = PurePosixPath(reading.file).stem
    if kind.place.endswith("/") and entry.key not in {"", stem}:
        mistake = entry.wrong((*path, kind.key), "slug-not-file", slug=key, file=stem)
        reading.mistakes.append(mistake)
    return entry
