"""What changed between two published versions of a call, text by text.

Source: Jumelage, issue 4, item 1 (an amendment after opening shows what changed).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

Content = Mapping[str, Any]
Change = dict[str, Any]
# What a reader cannot see of a row, or what only says where it stands.
_SILENT = frozenset({"id", "order", "slug"})
_NAMES = ("number", "title", "text")


def changes(before: Content, after: Content) -> list[Change]:
    """What differs: of the call itself first, then each list, each row once.

    A change is `{"list", "kind", "number", "title", "fields"}`: `kind` is "added", "removed" or
    "changed"; `fields` are `{"name", "before", "after"}`. A row is known by its own number, so that
    an article that gets another place is still the same; a track it names is told by its title.
    """
    found: list[Change] = []
    if fields := list(_fields(before["call"], after["call"])):
        found.append(
            {"list": "call", "kind": "changed", "number": "", "title": {}, "fields": fields}
        )
    for name in after:
        if name != "call":
            found += _rows(name, before.get(name, []), after[name])
    titles = [
        {row["id"]: row["title"] for row in side.get("tracks", [])} for side in (before, after)
    ]
    for change in found:
        change["fields"] = [_told(one, change["kind"], *titles) for one in change["fields"]]
    return found


@dataclass(frozen=True)
class Piece:
    """Some words of a text: kept, taken out or put in."""

    kind: Literal["same", "out", "in"]
    words: str


def pieces(before: str, after: str) -> list[Piece]:
    """A text as it became another one, word by word."""
    old, new = (text.split(" ") if text else [] for text in (before, after))
    found: list[Piece] = []
    for tag, i, j, k, m in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece("same", " ".join(old[i:j])))
            continue
        if i < j:
            found.append(Piece("out", " ".join(old[i:j])))
        if k < m:
            found.append(Piece("in", " ".join(new[k:m])))
    return found


def texts_by_language(value: Any) -> dict[str, str]:
    """A text, or a list of possible answers, by language; empty for anything else."""
    if isinstance(value, list):
        texts = [one["text"] for one in value if isinstance(one, dict)]
        spoken = dict.fromkeys(language for text in texts for language in text)
        return {one: ", ".join(text.get(one, "") for text in texts) for one in spoken}
    return dict(value) if isinstance(value, dict) else {}


def differs_in(
    before: Mapping[str, str], after: Mapping[str, str], languages: Sequence[str]
) -> str:
    """The first of `languages` in which a text is not what it was: one in which it still stands, if there is one.

    The first of all when nothing differs.
    """
    changed = [one for one in languages if before.get(one, "") != after.get(one, "")]
    standing = [one for one in changed if after.get(one)]
    return next(iter(standing or changed or languages))


def _rows(name: str, before: Sequence[Content], after: Sequence[Content]) -> Iterator[Change]:
    old, new = ({row["id"]: row for row in rows} for rows in (before, after))
    for key in [*new, *(key for key in old if key not in new)]:
        was, now = old.get(key), new.get(key)
        fields = list(_fields(was or {}, now or {}))
        if not fields:
            continue
        kind = "changed" if was and now else "added" if now else "removed"
        row = now or was or {}
        number, title = (_named(row, part) for part in (("number", "article"), _NAMES[1:]))
        yield {"list": name, "kind": kind, "number": number, "title": title, "fields": fields}


def _told(
    field: dict[str, Any], kind: str, old: Mapping[int, Any], new: Mapping[int, Any]
) -> dict[str, Any]:
    """A track that is named by its key is told by its title; None stands for every track, "" for no row."""
    if field["name"] != "track_id":
        return field
    return {
        "name": "track",
        "before": "" if kind == "added" else old.get(field["before"]),
        "after": "" if kind == "removed" else new.get(field["after"]),
    }


def _named(row: Content, names: Sequence[str]) -> Any:
    return next((row[name] for name in names if row.get(name)), "")


def _fields(before: Content, after: Content) -> Iterator[dict[str, Any]]:
    for name in {**before, **after}:
        was, now = before.get(name), after.get(name)
        if name not in _SILENT and (was or None) != (now or None):
            yield {"name": name, "before": was, "after": now}
