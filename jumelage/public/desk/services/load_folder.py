"""Load a folder of data files: all of it, or nothing."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction

from jumelage.foundation.kernel.errors import Refused
from jumelage.public.desk.queries.data_files import (
    KEPT,
    known_keys,
    last_line,
    read_folder,
    rulebook,
)
from jumelage.public.desk.rules.checking import check_folder
from jumelage.public.desk.rules.entries import Entry
from jumelage.public.desk.rules.mistakes import Mistake
from jumelage.public.desk.services.keep_entry import keep_entry
from jumelage.public.desk.services.keep_entry_claims import keep_entry_claims


@dataclass
class Loaded:
    """What became of a folder: its mistakes (then nothing was written), its gaps, its counts."""

    mistakes: list[Mistake] = field(default_factory=list)
    warnings: list[Mistake] = field(default_factory=list)
    counts: dict[str, Counter[str]] = field(default_factory=dict)


class _LinkLost(Exception):  # noqa: N818 - not a failure of this record: the one it names was refused
    """A record that this one names could not be kept."""


class _Load:
    """One run: what is kept so far, what went wrong."""

    def __init__(self, folder: Path, actor: Any) -> None:
        self.folder, self.actor = folder, actor
        self.known = known_keys()
        self.kept: dict[tuple[str, str], models.Model] = {}
        self.touched: set[int] = set()
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
        if last_line() != before:
            self.touched.add(id(entry))

    def counts(self, entries: list[Entry]) -> dict[str, Counter[str]]:
        """How many records of each file or folder were created, changed or left."""
        counts: dict[str, Counter[str]] = {}
        for entry in entries:
            key = entry.key or "1"
            new = key not in self.known[entry.kind.name]
            done = "created" if new else "changed" if id(entry) in self.touched else "unchanged"
            counts.setdefault(entry.kind.place, Counter())[done] += 1
        return counts


def load_folder(folder: Path, *, actor: Any = None) -> Loaded:
    """Check every file of `folder`, then keep everything in one transaction.

    The same again changes nothing. When anything is wrong, nothing is written, and the answer
    holds every mistake, in order.
    """
    texts, others, mistakes = read_folder(folder)
    load = _Load(folder, actor)
    checked = check_folder(texts, rulebook(others), load.known)
    mistakes = sorted([*mistakes, *checked.mistakes])
    if mistakes:
        return Loaded(mistakes)
    with transaction.atomic():
        for step in (load.record, load.claims):
            for entry in checked.entries:
                load.run(step, entry)
        transaction.set_rollback(bool(load.mistakes))
    if load.mistakes:
        return Loaded(sorted(load.mistakes))
    return Loaded([], checked.warnings, load.counts(checked.entries))


def _refused_values(entry: Entry, error: ValidationError) -> list[Mistake]:
    by_field = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    return [
        entry.wrong((*entry.path, name), "value-refused", key=name, reason=reason)
        for name, reasons in by_field.items()
        for reason in reasons
    ]
