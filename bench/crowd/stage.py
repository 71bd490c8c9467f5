"""A site made ready for a bench: the demonstration, and so many drafts that lack nothing."""

import json
import os
import sys
from pathlib import Path

from bench.crowd.serving import site


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
