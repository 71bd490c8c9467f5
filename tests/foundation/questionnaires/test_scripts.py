"""The browser's modules count, compare and read amounts as the server does."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.questionnaires.rules.conditions import holds
from jumelage.foundation.questionnaires.rules.definition import Unit
from jumelage.foundation.questionnaires.rules.texts import clean, count
from jumelage.foundation.questionnaires.rules.values import parse_money
from tests.foundation.questionnaires.forms import read_condition
from tests.foundation.questionnaires.test_values import COUNTED

SCRIPTS = Path(__file__).parents[3] / "design/js"
pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")

PASTED = [
    *(text for text, _, _ in COUNTED),
    "a\x00b\x0bc\u2028d", "\ufeff début", "Ça\u202e va\u2066", "x\u00a0", "e\u0301\u0327", "한국어", "\u1112\u1161\u11ab",
    "👩🏾‍🚀 part", "١٢٣ كتاب", "a\tb\tc", "…—«»", "1er, 2e ; 3e !", "\ud83d", "ﬁ ½ ²", "🇧🇪x🇧🇪🇨🇩",
]  # fmt: skip
AMOUNTS = [
    "1 234,56",
    "1.234,56",
    "1234.56",
    "1,234",
    "1,234.56",
    "1,234,567",
    "12,5",
    "12,-",
    "€ 5",
    "x",
    "",
    "0.500",
    "1 23",
    "-5",
    "1234.567",
    "1’234,50",
]
CONDITIONS: list[Any] = [
    {"on": "a", "op": op, "value": value}
    for op in ("eq", "ne", "lt", "le", "gt", "ge", "contains", "answered")
    for value in ("x", "2026-02-01", 10, "10", "2.5", "EAU")
] + [
    {"join": join, "of": [{"on": "a", "op": "eq", "value": "x"}, {"on": "b.country", "op": "eq", "value": "GN"}, {"on": "context.track", "op": "ne", "value": "ecm"}]}
    for join in ("all", "any", "none")
]  # fmt: skip
ANSWERS: list[dict[str, Any]] = [
    {}, {"a": "x"}, {"a": ["x", "y"]}, {"a": 10}, {"a": "2.5"}, {"a": 9.5}, {"a": "2026-01-31"}, {"a": "De l’eau"},
    {"a": {"raw": "x"}}, {"a": ""}, {"a": 0}, {"a": []}, {"a": [{}]}, {"a": "nan"}, {"a": "X"}, {"a": "eau"}, {"a": "1_0"}, {"a": "1e1"}, {"b": {"country": "GN"}}, {"a": True},
]  # fmt: skip


def ran(module: str, script: str, given: Any) -> Any:
    """What the browser's module answers."""
    program = f"import * as it from {json.dumps((SCRIPTS / module).as_uri())};import {{ readFileSync }} from 'node:fs';const given = JSON.parse(readFileSync(0, 'utf8'));console.log(JSON.stringify({script}));"
    done = subprocess.run(
        ["node", "--input-type=module", "-e", program],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_texts_are_counted_alike() -> None:
    told = ran(
        "counting.js",
        "given.map((t) => [it.clean(t), it.count(t, 'characters'), it.count(t, 'words')])",
        PASTED,
    )
    assert told == [[clean(t).text, count(t), count(t, Unit.WORDS)] for t in PASTED]


def test_conditions_hold_alike() -> None:
    given = {"conditions": CONDITIONS, "answers": ANSWERS}
    script = (
        "given.conditions.map((c) => given.answers.map((a) => it.holds(c, a, {track: 'coop'})))"
    )
    expected = [
        [holds(read_condition(c), a, {"track": "coop"}) for a in ANSWERS] for c in CONDITIONS
    ]
    assert ran("conditions.js", script, given) == expected


def cents(text: str) -> int | None:
    try:
        return parse_money(text)
    except Refused:
        return None


def test_amounts_are_read_alike() -> None:
    assert ran("conditions.js", "given.map(it.cents)", AMOUNTS) == [cents(text) for text in AMOUNTS]
