"""The database is changed by services, and by nothing else."""

import ast
from pathlib import Path

import pytest

from tests.architecture.tree import house, layer, name, parse

WRITES = {
    "save", "create", "acreate", "bulk_create", "bulk_update", "delete", "get_or_create",
    "update_or_create", "save_revision", "add_child", "add_root",
}  # fmt: skip
READERS = [
    p
    for p in house(".py")
    if layer(p)
    in {
        "views", "forms", "backoffice", "queries", "permissions", "notices", "tasks", "rules", "templatetags",
        "context", "middleware", "receivers", "management", "feeds", "sitemaps", "checks",
    }
]  # fmt: skip


# Pillow writes a picture into memory by the same word.
PICTURE = "turned.save(target, _FORMATS[kind], **options)"


def writes_in(source: str) -> list[str]:
    calls = (
        node.func
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and ast.unparse(node) != PICTURE
    )
    found = [c for c in calls if isinstance(c, ast.Attribute)]
    bulk = [c for c in found if c.attr == "update" and "objects" in ast.unparse(c.value)]
    return [
        f"line {c.lineno} .{c.attr}()" for c in [*(c for c in found if c.attr in WRITES), *bulk]
    ]


@pytest.mark.parametrize("path", READERS, ids=name)
def test_does_not_write(path: Path) -> None:
    assert writes_in(path.read_text("utf-8")) == []


def test_the_check_sees_a_write() -> None:
    writes = "record.save()\nProject.objects.filter(pk=1).update(slug='x')\nrecord.image.save(name, file)"
    assert writes_in(writes) == ["line 1 .save()", "line 3 .save()", "line 2 .update()"]


@pytest.mark.parametrize(
    "path",
    [p for p in house(".py") if layer(p) in {"services", "queries", "rules", "models"}],
    ids=name,
)
def test_services_do_not_see_the_request(path: Path) -> None:
    functions = [n for n in ast.walk(parse(path)) if isinstance(n, ast.FunctionDef)]
    blind = [
        f.name for f in functions if "request" in [a.arg for a in f.args.args + f.args.kwonlyargs]
    ]
    assert [f for f in blind if not name(path).endswith("site/models/pages.py")] == []
