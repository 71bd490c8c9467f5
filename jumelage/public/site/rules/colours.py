"""A city's two colours, and the whole palette that they make, light and dark.

Source: WCAG 2.2, 1.4.3 (contrast of text: 4.5), 1.4.11 (of forms: 3), and its definition of relative luminance.
"""

import re
from collections.abc import Iterable, Mapping

from jumelage.foundation.kernel.errors import Refused

TEXT_CONTRAST = 4.5
WHITE, BLACK = "#FFFFFF", "#000000"
# The grounds that words stand on, as in design/css/tokens.css.
LIGHT = ("#FBF8F2", WHITE, "#F3ECE0")
DARK = ("#11191B", "#182326", "#1F2C2F")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
Palette = dict[str, str]


def contrast(one: str, other: str) -> float:
    """Between 1 (the same) and 21 (black on white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def check_colours(colours: Mapping[str, str]) -> None:
    """Accept colours ("primary", "accent", as #rrggbb) that can be read on every light ground.

    Raises Refused("colour-unreadable") and Refused("colour-contrast"), which says the contrast reached.
    """
    for name, colour in colours.items():
        if not _COLOUR.fullmatch(colour):
            raise Refused("colour-unreadable", colour=colour)
        reached = min(contrast(colour, ground) for ground in LIGHT)
        if reached < TEXT_CONTRAST:
            raise Refused("colour-contrast", name=name, colour=colour, reached=f"{reached:.1f}")


def palettes(colours: Mapping[str, str]) -> tuple[Palette, Palette]:
    """The tokens that follow from the two colours, for the light and for the dark scheme.

    Raises Refused("colour-unreadable") or Refused("colour-contrast").
    """
    check_colours(colours)
    return _light(colours["primary"], colours["accent"]), _dark(
        colours["primary"], colours["accent"]
    )


def stylesheet(colours: Mapping[str, str]) -> str:
    """The same as the city's own stylesheet. Raises Refused("colour-unreadable") or Refused("colour-contrast")."""
    light, dark = (
        "".join(f"--{name}:{value};" for name, value in one.items()) for one in palettes(colours)
    )
    return (
        f"@layer theme{{:root{{{light}}}"
        f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}"
        f":root[data-theme=dark]{{{dark}}}}}"
    )


def _light(primary: str, accent: str) -> Palette:
    deep = _until(primary, BLACK, [WHITE], 9.0)
    return {
        "primary": primary,
        "primary-dk": deep,
        "primary-tint": _tint(primary, WHITE),
        "on-primary": WHITE,
        "accent": accent,
        "accent-g": accent,
        "band": deep,
        "band-line": _mix(deep, WHITE, 0.25),
        "mark-a": primary,
        "mark-b": accent,
    }


def _dark(primary: str, accent: str) -> Palette:
    bright = _until(primary, WHITE, DARK, 6.0)
    warm = _until(accent, WHITE, DARK, 6.0)
    band = _until(_mix(primary, DARK[0], 0.6), BLACK, ["#F1ECE3"], 9.0)
    return {
        "primary": bright,
        "primary-dk": _mix(bright, WHITE, 0.35),
        "primary-tint": _tint(bright, DARK[0]),
        "on-primary": DARK[0],
        "accent": warm,
        "accent-g": warm,
        "band": band,
        "band-line": _mix(band, WHITE, 0.2),
        "mark-a": bright,
        "mark-b": warm,
    }


def _until(colour: str, towards: str, grounds: Iterable[str], least: float) -> str:
    """The colour mixed with `towards` until it stands out from all `grounds`."""
    against = list(grounds)
    mixes = (_mix(colour, towards, step / 50) for step in range(51))
    return next(mix for mix in mixes if min(contrast(mix, ground) for ground in against) >= least)


def _tint(colour: str, ground: str) -> str:
    """A touch of the colour on its ground, as strong as words in the colour itself allow."""
    touches = (_mix(ground, colour, step / 50) for step in range(8, -1, -1))
    return next(touch for touch in touches if contrast(touch, colour) >= TEXT_CONTRAST)


def _mix(one: str, other: str, share: float) -> str:
    """`one` with a share (0 to 1) of `other`."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _channels(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def _luminance(colour: str) -> float:
    parts = (channel / 255 for channel in _channels(colour))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - WCAG's own
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
