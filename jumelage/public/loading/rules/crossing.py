"""What is wrong between the records of a folder: doubles, names of nothing, circles.

Source: docs/data-files.md.
"""

from collections.abc import Iterator, Mapping, Sequence

from jumelage.public.loading.rules.entries import Entry
from jumelage.public.loading.rules.mistakes import Mistake, unknown
from jumelage.public.loading.rules.walking import doubles, links


def keys_twice(entries: Sequence[Entry]) -> Iterator[Mistake]:
    """Two records of one kind with one slug."""
    first: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        other = first.setdefault((entry.kind.name, entry.key), entry)
        if entry.key and other is not entry:
            place = (*entry.path, entry.kind.key)
            where = f"{other.reading.file}:{other.reading.line((*other.path, entry.kind.key))}"
            yield entry.wrong(place, "slug-twice", slug=entry.key, first=where)


def entries_twice(entries: Sequence[Entry]) -> Iterator[Mistake]:
    """Two entries of one list about the same thing."""
    for entry in entries:
        for path, other, fields in doubles(entry.visits):
            yield entry.wrong(path, "entry-twice", first=entry.reading.line(other), fields=fields)


def names_of_nothing(
    entries: Sequence[Entry], known: Mapping[str, set[str]], places: Mapping[str, str]
) -> Iterator[Mistake]:
    """Links to records that are neither in the folder nor `known` (slugs by kind).

    `places` are the files by kind.
    """
    slugs = {kind: set(known[kind]) for kind in known}
    for entry in entries:
        slugs.setdefault(entry.kind.name, set()).add(entry.key)
    for entry in entries:
        for path, kind, slug in links(entry.visits):
            if slug not in slugs.get(kind, ()):
                near = sorted(slugs.get(kind, ()))
                code, details = unknown("link-unknown", slug, near, place=places[kind])
                yield entry.wrong(path, code, **details)


def in_order(entries: Sequence[Entry]) -> tuple[list[Entry], list[Mistake]]:
    """The entries, each after those of its own kind that it names; and the circles."""
    by_key = {(entry.kind.name, entry.key): entry for entry in entries}
    done: dict[int, Entry] = {}
    circles: list[Mistake] = []

    def visit(entry: Entry, above: tuple[int, ...]) -> None:
        for path, kind, slug in links(entry.visits):
            other = by_key.get((kind, slug))
            if kind != entry.kind.name or other is None or id(other) in done:
                continue
            if id(other) in (*above, id(entry)):
                circles.append(entry.wrong(path, "link-circle", slug=slug))
            else:
                visit(other, (*above, id(entry)))
        done.setdefault(id(entry), entry)

    for entry in entries:
        if id(entry) not in done:
            visit(entry, ())
    return list(done.values()), circles
