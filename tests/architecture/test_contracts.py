"""The import contracts hold, and each of them catches the fault that it is there for."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

FAULTS = {
    "a lower floor looks up": (
        "foundation/reference/queries.py",
        "import jumelage.city.evidence.models",
    ),
    "a lower room looks up": (
        "city/evidence/queries/claims.py",
        "import jumelage.city.portfolio.models",
    ),
    "a query calls an act": (
        "city/portfolio/queries/__init__.py",
        "import jumelage.city.portfolio.services",
    ),
    "a file outside the vocabulary": ("city/portfolio/helpers.py", ""),
    "a rule that knows Django": ("foundation/audit/rules/chain.py", "import django.db"),
    "an act that knows the editorial system": (
        "city/evidence/services/keep_source.py",
        "import wagtail",
    ),
    "a visit through the window": (
        "city/portfolio/services/__init__.py",
        "import jumelage.city.evidence.rules.standing",
    ),
    "a room that reads the wiring": ("city/evidence/models.py", "import config.settings"),
    "a new room that nobody drew": ("city/attic/__init__.py", ""),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ROOT / ".venv/bin/lint-imports", "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for folder in ("jumelage", "config", "tools"):
        shutil.copytree(
            ROOT / folder,
            tmp_path / folder,
            ignore=shutil.ignore_patterns("*.html", "*.json", "__pycache__"),
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_contracts_hold(copy: Path) -> None:
    result = lint(copy)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("fault", FAULTS)
def test_contract_catches(copy: Path, fault: str) -> None:
    place, line = FAULTS[fault]
    file = copy / "jumelage" / place
    file.parent.mkdir(exist_ok=True)
    before = file.read_text("utf-8") if file.exists() else ""
    file.write_text(f"{before}\n{line}\n", "utf-8")
    result = lint(copy)
    assert result.returncode == 1, result.stdout
    assert (
        "BROKEN" in result.stdout
        or "is not allowed" in result.stdout
        or "undeclared" in result.stdout.lower()
    )
