"""No file is a dumping ground, no function needs scrolling, no room is a warehouse."""

import ast
from collections import Counter
from pathlib import Path

import pytest

from tests.architecture.tree import HOUSE, ROOT, files, house, name, parse, rooms

FUNCTION_LINES, FOLDER_ENTRIES, ROOM_LINES, KERNEL_LINES = 40, 15, 4000, 800


def limit_of(path: Path) -> int | None:
    parts, suffix = path.relative_to(ROOT).parts, path.suffix
    if suffix == ".py":
        if parts[0] == "tests":
            return 600
        if path.name in {"urls.py", "wagtail_hooks.py"}:
            return 60
        return 120 if parts[:2] == ("config", "settings") else 300
    if suffix == ".html":
        return 60 if "components" in parts else 150
    return {".css": 300, ".js": 150}.get(suffix)


LIMITED = [p for p in files(".py", ".html", ".css", ".js") if "migrations" not in p.parts]


@pytest.mark.parametrize("path", LIMITED, ids=name)
def test_file_is_short(path: Path) -> None:
    limit = limit_of(path)
    assert limit
    assert len(path.read_text(encoding="utf-8").splitlines()) <= limit


@pytest.mark.parametrize("path", house(".py"), ids=name)
def test_functions_are_short_and_take_few_arguments(path: Path) -> None:
    long, greedy = [], []
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            if (node.end_lineno or 0) - node.lineno >= FUNCTION_LINES:
                long.append(node.name)
            if len([a for a in node.args.args if a.arg not in {"self", "cls"}]) > 5:
                greedy.append(node.name)
    assert (long, greedy) == ([], [])


def test_folders_are_small() -> None:
    entries = {(p.parent, p.name) for p in house() if p.parent not in rooms()}
    entries |= {(d.parent, d.name) for p in house() for d in p.parents if HOUSE in d.parents}
    sizes = Counter(folder for folder, _ in entries if folder not in rooms())
    assert {name(f): n for f, n in sizes.items() if n > FOLDER_ENTRIES} == {}


@pytest.mark.parametrize("room", rooms(), ids=name)
def test_room_is_light(room: Path) -> None:
    lines = sum(len(p.read_text("utf-8").splitlines()) for p in house(".py") if room in p.parents)
    assert lines <= (KERNEL_LINES if room.name == "kernel" else ROOM_LINES)
