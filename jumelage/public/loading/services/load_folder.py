"""Load a folder of data files: all of it, or nothing."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import models, transaction

from jumelage.city.evidence.models import Document
from jumelage.foundation.kernel.errors import Refused
from jumelage.public.loading.queries.data_files import (
    KEPT,
    known_keys,
    last_line,
    read_folder,
    rulebook,
)
from jumelage.public.loading.queries.load_steps import fields_since, stored_files
from jumelage.public.loading.rules.checking import check_folder
from jumelage.public.loading.rules.entries import Entry
from jumelage.public.loading.rules.mistakes import Mistake
from jumelage.public.loading.services.keep_entry import keep_entry
from jumelage.public.loading.services.keep_entry_claims import keep_entry_claims


@dataclass(frozen=True)
class Change:
    """What becomes of a record: its file or folder, its key, "created" or "changed", and the names of the fields."""

    place: str
    key: str
    done: str
    fields: tuple[str, ...]


@dataclass
class Loaded:
    """What became of a folder: its mistakes (then nothing was written), its gaps, its counts, its changes."""

    mistakes: list[Mistake] = field(default_factory=list)
    warnings: list[Mistake] = field(default_factory=list)
    counts: dict[str, Counter[str]] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)


class _LinkLost(Exception):  # noqa: N818 - not a failure of this record: the one it names was refused
    """A record that this one names could not be kept."""


class _Load:
    """One run: what is kept so far, what went wrong."""

    def __init__(self, folder: Path, actor: Any) -> None:
        self.folder, self.actor = folder, actor
        self.known = known_keys()
        self.kept: dict[tuple[str, str], models.Model] = {}
        self.touched: dict[int, list[str]] = {}
        self.mistakes: list[Mistake] = []

    def find(self, kind: str, slug: str) -> models.Model:
        """The record that another one names."""
        if (kind, slug) not in self.kept:
            model, name = KEPT[kind]
            found = model._default_manager.filter(**{name: slug}).first()
            if found is None:
                raise _LinkLost
            self.kept[kind, slug] = found
        return self.kept[kind, slug]

    def record(self, entry: Entry) -> None:
        """Keep the record of `entry`."""
        kept = keep_entry(entry, find=self.find, folder=self.folder, actor=self.actor)
        if kept is not None:
            self.kept[entry.kind.name, entry.key] = kept

    def claims(self, entry: Entry) -> None:
        """Keep its claims."""
        subject = self.kept.get((entry.kind.name, entry.key))
        if subject is not None:
            keep_entry_claims(entry.record, subject, find=self.find, actor=self.actor)

    def run(self, step: Callable[[Entry], None], entry: Entry) -> None:
        """Do one step, noting whether it changed something and what was refused."""
        before = last_line()
        try:
            step(entry)
        except Refused as refusal:
            self.mistakes.append(entry.wrong(entry.path, refusal.code, **refusal.details))
        except ValidationError as error:
            self.mistakes += _refused_values(entry, error)
        except _LinkLost:
            return
        if (fields := fields_since(before)) is not None:
            self.touched.setdefault(id(entry), []).extend(fields)

    def result(self, entries: list[Entry]) -> tuple[dict[str, Counter[str]], list[Change]]:
        """How many records of each file or folder were created, changed or left, and which were not left."""
        counts: dict[str, Counter[str]] = {}
        changes = []
        for entry in entries:
            key, place = entry.key or "1", entry.kind.place
            new = key not in self.known[entry.kind.name]
            done = "created" if new else "changed" if id(entry) in self.touched else "unchanged"
            counts.setdefault(place, Counter())[done] += 1
            if done != "unchanged":
                fields = () if new else tuple(dict.fromkeys(self.touched[id(entry)]))
                changes.append(Change(place, entry.key, done, fields))
        return counts, changes


def load_folder(
    folder: Path,
    *,
    actor: Any = None,
    rehearse: bool = False,
    may_keep: Callable[[str], bool] = lambda _kind: True,
    tell: Callable[[int, int], None] = lambda _done, _total: None,
) -> Loaded:
    """Check every file of `folder`, then keep everything in one transaction; `rehearse`: then take it all back.

    The same again changes nothing. When anything is wrong, nothing is written, and the answer holds every mistake,
    in order. `may_keep` says of a kind whether the actor keeps it; `tell` hears how many steps of all are done.
    """
    texts, others, mistakes = read_folder(folder)
    load = _Load(folder, actor)
    checked = check_folder(texts, rulebook(others), load.known)
    mistakes = sorted([*mistakes, *checked.mistakes, *_kept_by_others(checked.entries, may_keep)])
    if mistakes:
        return Loaded(mistakes)
    steps = [(step, each) for step in (load.record, load.claims) for each in checked.entries]
    stored = stored_files()
    with transaction.atomic():
        for number, (step, entry) in enumerate(steps):
            tell(number, len(steps))
            load.run(step, entry)
        transaction.set_rollback(rehearse or bool(load.mistakes))
    if rehearse or load.mistakes:
        _drop_files(load.kept.values(), stored)
    if load.mistakes:
        return Loaded(sorted(load.mistakes))
    return Loaded([], checked.warnings, *load.result(checked.entries))


def _kept_by_others(entries: list[Entry], may_keep: Callable[[str], bool]) -> list[Mistake]:
    places = {entry.kind.place: entry for entry in entries if not may_keep(entry.kind.name)}
    return [
        Mistake(entry.reading.file, 0, "load-not-yours", {"place": place})
        for place, entry in places.items()
    ]


def _drop_files(kept: Iterable[models.Model], stored: set[str]) -> None:
    """The rows were taken back: so are the files that came with them, and that no row named before."""
    for record in kept:
        name = record.file.name if isinstance(record, Document) else ""
        if name and name not in stored:
            default_storage.delete(name)


def _refused_values(entry: Entry, error: ValidationError) -> list[Mistake]:
    by_field = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    return [
        entry.wrong((*entry.path, name), "value-refused", key=name, reason=reason)
        for name, reasons in by_field.items()
        for reason in reasons
    ]
