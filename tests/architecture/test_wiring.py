"""The wiring says what it does: settings documented, migrations complete, templates used, Makefile explained."""

import re
from pathlib import Path
from runpy import run_path

import pytest
from django.core.management import call_command
from django.db.utils import load_backend
from environs.exceptions import EnvValidationError

from tests.architecture.tree import HOUSE, ROOT, files, house, name, rooms

TEMPLATES = [p for p in files(".html") if "templates" in p.parts]
FRAMEWORKS_ASK_FOR = (
    "account/",
    "mfa/",
    "usersessions/",
    "socialaccount/",
    "allauth/",
    "403",
    "404",
    "500",
    "429",
    "wagtail",
    "django/forms/",
)


def test_every_variable_is_documented() -> None:
    read = set(
        re.findall(r"_env\.\w+\([\"'](\w+)", (ROOT / "config/settings/env.py").read_text("utf-8"))
    )
    told = set(
        re.findall(r"^\| `(\w+)` \|", (ROOT / "docs/operate.md").read_text("utf-8"), re.MULTILINE)
    )
    assert read == told


@pytest.mark.parametrize(
    ("variable", "wrong", "right"),
    [
        ("JUMELAGE_ADDRESS", "solidarity.city.example", "https://solidarity.city.example"),
        ("JUMELAGE_ADDRESS", "https://solidarity.city.example/", "http://localhost:8000"),
        ("JUMELAGE_ADDRESS", "", "http://[::1]:8000"),
        ("JUMELAGE_DATABASE", "mysql://city@host/name", "postgres://city:p%40ss@host:5432/name"),
        ("JUMELAGE_DATABASE", "/var/lib/city.sqlite3", ""),
        ("JUMELAGE_MAIL", "mail.city.example:25", "smtps://city:secret@mail.city.example:465"),
        ("JUMELAGE_MAIL", "mail.city.example", ""),
    ],
)
def test_a_wrong_variable_stops_the_start_and_says_how_to_write_it(
    monkeypatch: pytest.MonkeyPatch, variable: str, wrong: str, right: str
) -> None:
    file = str(ROOT / "config/settings/env.py")
    monkeypatch.setenv(variable, right)
    assert run_path(file)[variable.removeprefix("JUMELAGE_")] == right
    monkeypatch.setenv(variable, wrong)
    with pytest.raises(EnvValidationError, match=f'"{variable}" invalid: .*Write '):
        run_path(file)


def test_every_path_of_the_map_exists() -> None:
    told = re.findall(r"`([^`\s]+[/.][^`\s]*)`", (ROOT / "docs/map.md").read_text("utf-8"))
    paths = [path for path in told if not path.startswith("/") and path != "phrases.py"]
    assert len(paths) > 15
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_variables_are_read_in_one_place() -> None:
    others = [
        p
        for p in files(".py")
        if p.parts[len(ROOT.parts)] in {"config", "jumelage"}
        and p.name not in {"env.py", "console.py", "wsgi.py"}
    ]
    assert [name(p) for p in others if re.search(r"os\.environ|getenv", p.read_text("utf-8"))] == []


@pytest.mark.django_db
def test_migrations_are_complete() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("template", TEMPLATES, ids=name)
def test_template_is_used(template: Path) -> None:
    parts = template.parts
    told = "/".join(parts[parts.index("templates") + 1 :])
    if told.startswith(FRAMEWORKS_ASK_FOR):
        return
    texts = (p for p in files(".py", ".html") if p != template)
    stem = re.escape(told)
    assert any(re.search(rf"[\"']{stem}[\"']", p.read_text("utf-8")) for p in texts), (
        f"nobody uses {told}"
    )


def test_postgresql_holds_rows_that_others_may_point_at() -> None:
    made = load_backend("config.postgresql").DatabaseWrapper
    assert (made.vendor, made.ops_class(None).for_update_sql()) == (
        "postgresql",
        "FOR NO KEY UPDATE",
    )


def test_makefile_explains_itself() -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    targets = re.findall(r"^([a-z-]+):", text, re.MULTILINE)
    told = re.findall(r"^([a-z-]+):.*## .+", text, re.MULTILINE)
    assert set(told) == set(targets)
    assert len(targets) <= 15


@pytest.mark.parametrize("room", rooms(), ids=name)
def test_room_introduces_itself(room: Path) -> None:
    text = (room / "__init__.py").read_text("utf-8")
    assert "never" in text
    assert "sed by" in text
    page = ROOT / f"docs/rooms/{room.name}.md"
    assert page.exists(), f"{room.name} has no page in docs/rooms"


def test_no_inline_script_or_style() -> None:
    pattern = re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:json|ld\+json))|\sstyle=|<style|\son\w+=\""
    )
    assert [name(p) for p in TEMPLATES if pattern.search(p.read_text("utf-8"))] == []


def test_signals_are_on_the_map() -> None:
    told = (ROOT / "docs/map.md").read_text("utf-8")
    signals = [
        s
        for p in house("signals.py")
        for s in re.findall(r"^(\w+) = Signal\(", p.read_text("utf-8"), re.MULTILINE)
    ]
    assert [s for s in signals if s not in told] == []
    assert len(signals) < 10


def test_every_room_has_its_tests() -> None:
    lonely = [
        name(r)
        for r in rooms()
        if not list((ROOT / "tests" / r.relative_to(HOUSE)).glob("test_*.py"))
    ]
    assert lonely == []
