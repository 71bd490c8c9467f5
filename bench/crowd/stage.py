"""A site made ready for a bench: the demonstration, and so many drafts that lack nothing."""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.crowd.serving import site


@contextmanager
def kept_or_lent(folder: str) -> Iterator[Path]:
    """The folder of that name, kept for the next time; without a name one that goes away with the bench."""
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        yield Path(folder).resolve()
        return
    with tempfile.TemporaryDirectory(prefix="jumelage-bench-") as lent:
        yield Path(lent)


def prepared(folder: Path, applicants: int, port: int) -> tuple[list[dict[str, str]], list[str]]:
    """The people, and the pages that visitors read; what stands in the folder already is used again."""
    site(str(folder), port, "migrate", "-v0")
    if not (folder / "people.json").exists():
        site(str(folder), port, "load", "demo/brussels")
    site(str(folder), port, "collectstatic", "--noinput", "-v0")
    step("make", folder, applicants)
    people = json.loads((folder / "people.json").read_text())[:applicants]
    return people, json.loads((folder / "visited.json").read_text())


def step(name: str, folder: Path, number: float) -> int:
    """A step of `bench.crowd.applicants`, in a process of its own."""
    words = [sys.executable, "-m", "bench.crowd.applicants", name, str(folder), str(number)]
    return os.spawnv(os.P_WAIT, sys.executable, words)
