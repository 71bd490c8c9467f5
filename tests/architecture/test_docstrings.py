"""Every public rule, act, question and permission says its units, its refusals and its source."""

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.tree import house, layer, name, parse

UNITS = {
    "_cents": "cent",
    "_days": "day",
    "_share": "0 to 1",
    "_km": "km",
    "_km2": "km²",
    "_bytes": "byte",
}
DOMAIN = [p for p in house(".py") if layer(p) in {"rules", "services", "queries", "permissions"}]
RULES = [p for p in DOMAIN if layer(p) == "rules" and p.name != "__init__.py"]


def public_functions() -> list[tuple[str, ast.FunctionDef]]:
    return [
        (f"{name(path)}:{node.name}", node)
        for path in DOMAIN
        for node in parse(path).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]


@pytest.mark.parametrize(
    ("where", "function"), public_functions(), ids=lambda v: v if isinstance(v, str) else ""
)
def test_docstring_is_complete(where: str, function: ast.FunctionDef) -> None:
    text = ast.get_docstring(function) or ""
    assert text, f"{where} has no docstring"
    named = [function.name, *(a.arg for a in [*function.args.args, *function.args.kwonlyargs])]
    for suffix, unit in UNITS.items():
        if any(n.endswith(suffix) for n in named):
            assert unit in text, f"{where} does not say its unit ({unit})"
    body = "\n".join(ast.unparse(node) for node in function.body[1:])
    for code in re.findall(r"Refused\(['\"]([\w-]+)['\"]", body):
        assert code in text, f"{where} raises {code!r} and does not say so"


@pytest.mark.parametrize("path", RULES, ids=name)
def test_rule_names_its_source(path: Path) -> None:
    assert "Source:" in (ast.get_docstring(parse(path)) or "")


@pytest.mark.parametrize("path", house(".py"), ids=name)
def test_nothing_is_left_for_later(path: Path) -> None:
    assert not re.search(r"\b(TODO|FIXME|XXX|HACK)\b", path.read_text("utf-8"))
