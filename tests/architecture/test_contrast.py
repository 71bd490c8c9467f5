"""Every pair of colours that meets is told apart: 4.5 for words, 3 for lines and forms (WCAG 1.4.3 and 1.4.11)."""

import re
from itertools import product

import pytest
from django.conf import settings

from jumelage.public.site.adapters import STYLESHEETS

CSS = [settings.BASE_DIR / folder for folder in STYLESHEETS.values()]
TOKENS = (CSS[0] / "tokens.css").read_text(encoding="utf-8")
BLOCK = re.compile(r"(:root[^{]*)\{([^{}]*)\}")
COLOUR = re.compile(r"--([\w-]+): (#[0-9A-Fa-f]{6});")
WORDS, FORMS = 4.5, 3.0

PAPERS = ("paper", "surface", "sand")
PAIRS = [
    *product(("ink", "ink-2", "primary", "primary-dk", "accent"), PAPERS, [WORDS]),
    *product(("accent-g", "line-strong"), PAPERS, [FORMS]),
    ("err", "surface", WORDS),
    ("err", "paper", WORDS),
    ("ink", "mark", WORDS),
    ("ink", "primary-tint", WORDS),
    ("primary", "primary-tint", WORDS),
    ("primary-dk", "primary-tint", WORDS),
    ("on-primary", "primary", WORDS),
    ("on-primary", "primary-dk", WORDS),
    ("on-saffron", "saffron", WORDS),
    ("on-band", "band", WORDS),
    ("saffron", "band", FORMS),
    ("paper", "ok", FORMS),
    ("primary", "map-land", FORMS),
    *((name, f"{name}-tint", WORDS) for name in ("ok", "err", "warn")),
    *(("ink", f"{name}-tint", WORDS) for name in ("ok", "err", "warn")),
]


def blocks() -> dict[str, dict[str, str]]:
    """The colours of each block of tokens, by its selector."""
    return {name.strip(): dict(COLOUR.findall(body)) for name, body in BLOCK.findall(TOKENS)}


LIGHT = blocks()[":root"]
DARK = blocks()[":root[data-theme=dark]"]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Between 1 (the same) and 21 (black on white)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, LIGHT | DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_colours_that_meet_are_told_apart(
    scheme: dict[str, str], front: str, ground: str, least: float
) -> None:
    assert contrast(scheme[front], scheme[ground]) >= least


def test_the_measure_is_right() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


def test_the_dark_set_is_the_same_for_the_device_and_for_the_reader() -> None:
    assert blocks()[":root:not([data-theme=light])"] == DARK
    assert set(DARK) <= set(LIGHT)


def test_every_colour_used_is_a_token() -> None:
    """A colour stands in the tokens or in the city's theme, so that another city changes it there."""
    free = {"tokens.css", "theme.css", "print.css"}
    for part in (part for folder in CSS for part in folder.rglob("*.css")):
        if part.name not in free:
            found = re.findall(r"#[0-9A-Fa-f]{3,8}\b(?=[;, )])", part.read_text(encoding="utf-8"))
            assert set(found) <= {"#FFF"}, part
