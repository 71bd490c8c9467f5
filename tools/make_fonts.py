"""Copy the text fonts and make the heading font's static instance, from their npm packages.

    python tools/make_fonts.py BRICOLAGE.tgz SOURCE-SANS-3-VARIABLE.tgz SOURCE-SANS.tgz

The packages are `@fontsource-variable/bricolage-grotesque`, `@fontsource-variable/source-sans-3`
(for pages) and `source-sans` (Adobe's own, for PDFs); `npm pack NAME@VERSION` fetches each of them.
"Source" is a Reserved Font Name, so those files are copied byte for byte. Bricolage Grotesque
reserves no name: its weight axis is pinned at 700 and only the features that a heading uses are
kept, which halves the file.
"""

import argparse
import tarfile
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

DESIGN = Path(__file__).resolve().parents[1] / "design"
HEADING = "bricolage-grotesque-latin-700"
UNCHANGED = (
    "files/source-sans-3-latin-wght-normal.woff2",
    "files/source-sans-3-latin-ext-wght-normal.woff2",
)
PRINTED = ("OTF/SourceSans3-Regular.otf", "OTF/SourceSans3-Bold.otf")
# Names that only a variable font has; those of its axes come after the standard ones.
VARIABLE = (16, 17, 21, 22, 25)
LAST_STANDARD = 255
FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk", "tnum"]
NAMES = {
    1: "Bricolage Grotesque",
    2: "Bold",
    3: "Bricolage Grotesque Bold, latin, made for Jumelage",
    4: "Bricolage Grotesque Bold",
    6: "BricolageGrotesque-Bold",
}


def member(package: Path, name: str) -> bytes:
    """The bytes of one file of an npm package."""
    with tarfile.open(package) as archive:
        found = archive.extractfile(f"package/{name}")
        if found is None:
            raise FileNotFoundError(name)
        return found.read()


def heading(variable: bytes) -> TTFont:
    """The bold instance, under its own plain name, with the time of its source kept."""
    font = instancer.instantiateVariableFont(
        TTFont(BytesIO(variable), recalcTimestamp=False), {"wght": 700}
    )
    for record in list(font["name"].names):
        if record.nameID in VARIABLE or record.nameID > LAST_STANDARD:
            font["name"].removeNames(nameID=record.nameID)
    for number, text in NAMES.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = 700
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x40) | 0x20
    font["head"].macStyle = 1
    options = subset.Options(layout_features=FEATURES, hinting=False, notdef_outline=True)
    options.name_IDs = ["*"]
    small = subset.Subsetter(options)
    small.populate(unicodes=list(font.getBestCmap()))
    small.subset(font)
    return font


def main() -> None:
    """Write every font file of the design."""
    arguments = argparse.ArgumentParser(description=__doc__)
    for name in ("bricolage", "source_pages", "source_pdf"):
        arguments.add_argument(name, type=Path)
    given = arguments.parse_args()
    (DESIGN / "pdf/fonts").mkdir(parents=True, exist_ok=True)
    font = heading(member(given.bricolage, "files/bricolage-grotesque-latin-wght-normal.woff2"))
    font.flavor = None
    font.save(DESIGN / "pdf/fonts" / f"{HEADING}.ttf")
    font.flavor = "woff2"
    font.save(DESIGN / "fonts" / f"{HEADING}.woff2")
    copies = [(given.source_pages, name, "fonts") for name in UNCHANGED]
    copies += [(given.source_pdf, name, "pdf/fonts") for name in PRINTED]
    copies += [(given.bricolage, "LICENSE", "fonts/OFL-bricolage-grotesque.txt")]
    copies += [(given.source_pdf, "LICENSE.md", "fonts/OFL-source-sans-3.txt")]
    for package, name, folder in copies:
        target = DESIGN / folder
        if target.is_dir():
            target /= Path(name).name
        target.write_bytes(member(package, name))


if __name__ == "__main__":
    main()
