"""What the page does by itself with what is typed: nothing is lost, and nobody is led away from it."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__)
SCRIPT = HERE.parents[3] / "design/js/autosave.js"
pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")

# Scene: buttons that led away, the line of the page, whether text is kept on the device.
SCENES: dict[str, tuple[list[str], str, bool]] = {
    "nothing was typed": (["next"], "", False),
    "typed and pressed": (["next"], "saving", False),
    "the line is cut": ([], "offline", True),
    "the line is back": (["next"], "saving", False),
    "went on writing meanwhile": ([], "done 12:00 2", False),
    "signed out": ([], "out", True),
    "signed in again": ([], "done 12:00 2", False),
    "too late": ([], "trop tard", True),
    "taken out": ([], "gone", True),
    "two texts": ([], "saving", False),
}


@pytest.fixture(scope="module")
def scenes() -> dict[str, dict[str, Any]]:
    command = ["node", str(HERE.with_name("autosave.mjs")), str(SCRIPT)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return {one["scene"]: one for one in map(json.loads, told.stdout.splitlines())}


@pytest.mark.parametrize("scene", SCENES)
def test_what_is_typed_arrives_or_stays(scenes: dict[str, dict[str, Any]], scene: str) -> None:
    found = scenes[scene]
    assert (found["submitted"], found["line"], found["kept"] > 0) == SCENES[scene]
    assert found["went"] == ("/two/" if scene == "two texts" else "")
