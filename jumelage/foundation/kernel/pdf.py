"""Official PDFs: tagged PDF/UA-1 made by typst from plain data.

The text of people is passed as data, never as typst source, so that it cannot become a command.
"""

import json
import unicodedata
from functools import cache
from typing import Any

import typst
from django.conf import settings

DESIGN = settings.BASE_DIR / "design"
# Stands for a character that our fonts cannot show; PDF/UA-1 refuses what has no drawing.
SQUARE = "\u25a1"


def render_pdf(template: str, data: dict[str, Any]) -> bytes:
    """The PDF/UA-1 bytes of `design/pdf/<template>.typ`, which reads `data` as JSON."""
    return typst.compile(
        DESIGN / "pdf" / f"{template}.typ",
        root=DESIGN,
        font_paths=[DESIGN / "pdf/fonts"],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"data": json.dumps(_showable(data), ensure_ascii=False)},
    )


def _showable(value: Any) -> Any:
    """The same data; what no font shows becomes a square, control characters go."""
    if isinstance(value, dict):
        return {key: _showable(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_showable(part) for part in value]
    if isinstance(value, str):
        return "".join(map(_shown, unicodedata.normalize("NFC", value)))
    return value


def _shown(character: str) -> str:
    if character in _covered():
        return character
    if character.isspace():
        return " "
    return "" if unicodedata.category(character).startswith("C") else SQUARE


@cache
def _covered() -> frozenset[str]:
    lines = (DESIGN / "pdf/coverage.txt").read_text(encoding="ascii").split()
    runs = (line.split("-") for line in lines)
    return frozenset(
        chr(point) for first, last in runs for point in range(int(first, 16), int(last, 16) + 1)
    )
