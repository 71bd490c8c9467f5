"""Every refusal has its sentence, in every language, and every message of the interface is translated."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation import override

from jumelage.foundation.kernel.wording import worded
from tests.architecture.tree import ROOT, house, name

CODES = {
    code: name(path)
    for path in house(".py")
    for code in re.findall(r"Refused\(\s*['\"]([\w-]+)['\"]", path.read_text("utf-8"))
}
LANGUAGES = ["fr", "nl"]


@pytest.mark.parametrize("code", sorted(set(CODES) - {"code"}))
def test_refusal_is_worded_in_three_languages(code: str) -> None:
    assert code in worded("PHRASES"), f"{CODES[code]} refuses {code!r} without a sentence"
    said = []
    for language, _ in settings.LANGUAGES:
        with override(language):
            said.append(str(worded("PHRASES")[code]))
    assert len(set(said)) == len(said), said


def test_no_sentence_is_left_over() -> None:
    texts = "\n".join(p.read_text("utf-8") for p in house(".py") if p.name != "phrases.py")
    assert [code for code in worded("PHRASES") if f'"{code}"' not in texts] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_is_complete(language: str) -> None:
    with (ROOT / f"locale/{language}/LC_MESSAGES/django.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    blank = [
        m.id
        for m in catalogue
        if m.id and (m.fuzzy or not all([m.string] if isinstance(m.string, str) else m.string))
    ]
    assert blank == []
    for message in catalogue:
        if message.id and isinstance(message.id, str):
            placeholders = re.compile(r"%\(\w+\)[sd]|\{\w*\}")
            assert set(placeholders.findall(message.id)) == set(
                placeholders.findall(str(message.string))
            ), message.id


@pytest.mark.skipif(not shutil.which("xgettext"), reason="gettext is not installed")
def test_catalogue_knows_every_message(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "locale", tmp_path / "locale")
    for folder in ("jumelage", "design", "config"):
        shutil.copytree(
            ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("*.mo", "__pycache__")
        )
    python = ROOT / ".venv/bin/python"
    subprocess.run(
        [
            python,
            "-m",
            "django",
            "makemessages",
            "-l",
            "fr",
            "--no-obsolete",
            "--add-location",
            "never",
            "-v0",
        ],
        cwd=tmp_path,
        check=True,
        env={"PATH": "/usr/bin:/bin"},
    )

    def ids(root: Path) -> set[object]:
        with (root / "locale/fr/LC_MESSAGES/django.po").open("rb") as file:
            return {(m.context, m.id) for m in read_po(file, locale="fr") if m.id}

    assert ids(tmp_path) == ids(ROOT)
