"""Write which characters the fonts of the PDFs can show, as ranges of code points.

    python tools/make_coverage.py

PDF/UA-1 refuses a letter that no font shows; with this list the site shows a square instead.
"""

from pathlib import Path

from fontTools.ttLib import TTFont

FOLDER = Path(__file__).resolve().parents[1] / "design/pdf"
# Headings fall back to it letter by letter, so it alone decides.
FONT = FOLDER / "fonts/SourceSans3-Regular.otf"


def ranges(font: Path) -> str:
    """One line per unbroken run of characters: first and last, in hexadecimal."""
    runs: list[list[int]] = []
    for point in sorted(TTFont(font).getBestCmap()):
        if runs and runs[-1][1] == point - 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return "".join(f"{first:04X}-{last:04X}\n" for first, last in runs)


if __name__ == "__main__":
    (FOLDER / "coverage.txt").write_text(ranges(FONT), encoding="ascii")
