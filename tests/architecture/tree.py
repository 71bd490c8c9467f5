"""The tree under test: which files there are, and what a room is."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "jumelage"


@cache
def files(*suffixes: str) -> list[Path]:
    """Files that git keeps or would keep, by their ending."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    found = [ROOT / name for name in listed if not suffixes or name.endswith(suffixes)]
    return [path for path in found if path.is_file()]


def house(*suffixes: str) -> list[Path]:
    return [p for p in files(*suffixes) if HOUSE in p.parents and "migrations" not in p.parts]


def layer(path: Path) -> str:
    """Name of the layer of its room that a file belongs to: services, views, rules…"""
    parts = path.relative_to(HOUSE).with_suffix("").parts
    return parts[2] if len(parts) > 2 else ""


def rooms() -> list[Path]:
    return sorted({p.parent for p in house("apps.py")})


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))
