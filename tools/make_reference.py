"""Write the reference lists of `jumelage/foundation/reference/data/`.

    python tools/make_reference.py FOLDER-OF-IATI-CODELISTS

Countries and languages come from the Unicode CLDR as shipped by Babel (codes: ISO 3166-1 and
ISO 639-1 as listed by IATI); sectors, goals, targets, roles and types from the IATI codelists.
Dutch exists there for none of them, so it is left out rather than invented; the goals alone have
short names published by the United Nations in each of the three languages.
"""

import argparse
import json
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree as ET

import babel
from babel import Locale
from babel.core import get_global

DATA = Path(__file__).resolve().parents[1] / "jumelage/foundation/reference/data"
LANGUAGES = ("fr", "nl", "en")
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
CLDR = f"CLDR as shipped by Babel {babel.__version__}"
# Three-letter codes that ISO withdrew, still aliases in CLDR.
WITHDRAWN = {"ANT", "BUR", "DDR", "FXX", "NTZ", "SCG", "SUN", "TMP", "YMD", "YUG", "ZAR"}
# Kosovo has no code in ISO 3166-1; CLDR and IATI use this user-assigned one.
USER_ASSIGNED = {"XK": "XKX"}
# Where CLDR's name is not the one that people of the country and their partners here use.
NAMES = {"CD": ("RD Congo", "DR Congo", "DR Congo")}
# Other names by which people look for a country; long official names stand beside former ones.
ALIASES = {
    "AE": ("EAU", "UAE", "VAE", "Émirats"),
    "BY": ("Biélorussie", "Wit-Rusland"),
    "CD": (
        "RDC",
        "DRC",
        "Congo-Kinshasa",
        "République démocratique du Congo",
        "Democratische Republiek Congo",
        "Democratic Republic of the Congo",
        "Zaïre",
    ),
    "CF": ("RCA", "CAR"),
    "CG": ("République du Congo", "Republiek Congo", "Republic of the Congo"),
    "CI": ("Ivory Coast",),
    "CV": ("Cape Verde", "Cabo Verde", "Kaapverdië"),
    "CZ": ("République tchèque", "Tsjechische Republiek", "Czech Republic"),
    "GB": ("UK", "Great Britain", "Grande-Bretagne", "Groot-Brittannië"),
    "GN": ("Guinée-Conakry", "Guinee-Conakry", "Guinea-Conakry"),
    "MK": ("Macédoine", "Macedonië", "Macedonia"),
    "MM": ("Birmanie", "Birma", "Burma"),
    "NL": ("Hollande", "Holland"),
    "PS": ("Palestine", "Palestina", "Cisjordanie", "Gaza"),
    "SZ": ("Swaziland",),
    "TL": ("Timor-Leste", "Timor oriental", "Oost-Timor", "East Timor"),
    "TR": ("Türkiye",),
    "US": ("USA", "VS", "États-Unis d’Amérique", "Verenigde Staten van Amerika"),
    "VA": ("Vatican", "Vaticaan"),
}
GOALS_SOURCE = (
    "IATI codelist UNSDG-Goals; short names: United Nations (un.org/sustainabledevelopment/fr and"
    " /en; Dutch: UNRIC, unric.org/nl, Sustainable Development Goals)"
)
GOALS = (
    ("Pas de pauvreté", "Geen armoede", "No poverty"),
    ("Faim « zéro »", "Geen honger", "Zero hunger"),
    ("Bonne santé et bien-être", "Goede gezondheid en welzijn", "Good health and well-being"),
    ("Éducation de qualité", "Kwaliteitsonderwijs", "Quality education"),
    ("Égalité entre les sexes", "Gendergelijkheid", "Gender equality"),
    ("Eau propre et assainissement", "Schoon water en sanitair", "Clean water and sanitation"),
    (
        "Énergie propre et d’un coût abordable",
        "Betaalbare en duurzame energie",
        "Affordable and clean energy",
    ),
    (
        "Travail décent et croissance économique",
        "Waardig werk en economische groei",
        "Decent work and economic growth",
    ),
    (
        "Industrie, innovation et infrastructure",
        "Industrie, innovatie en infrastructuur",
        "Industry, innovation and infrastructure",
    ),
    ("Inégalités réduites", "Ongelijkheid verminderen", "Reduced inequalities"),
    (
        "Villes et communautés durables",
        "Duurzame steden en gemeenschappen",
        "Sustainable cities and communities",
    ),
    (
        "Consommation et production responsables",
        "Verantwoorde consumptie en productie",
        "Responsible consumption and production",
    ),
    (
        "Mesures relatives à la lutte contre les changements climatiques",
        "Klimaatactie",
        "Climate action",
    ),
    ("Vie aquatique", "Leven in het water", "Life below water"),
    ("Vie terrestre", "Leven op het land", "Life on land"),
    (
        "Paix, justice et institutions efficaces",
        "Vrede, justitie en sterke publieke diensten",
        "Peace, justice and strong institutions",
    ),
    (
        "Partenariats pour la réalisation des objectifs",
        "Partnerschap om doelstellingen te bereiken",
        "Partnerships for the goals",
    ),
)

Item = dict[str, object]


def write(name: str, source: str, version: str, items: list[Item]) -> None:
    """One list, one entry a line, so that a change is read at a glance."""
    lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in items)
    head = {"version": version, "source": source, "made_by": "tools/make_reference.py"}
    start = json.dumps(head, ensure_ascii=False, indent=1)[:-2]
    (DATA / f"{name}.json").write_text(f'{start},\n "items": [\n{lines}\n]}}\n', encoding="utf-8")


def codelist(file: Path) -> list[tuple[ET.Element, Item]]:
    """Every entry of an IATI codelist with its code and its names by language."""
    root = ET.parse(file).getroot()  # noqa: S314 - a file of ours, on disk
    own = root.get(LANG, "en")
    found = []
    for node in root.iter("codelist-item"):
        texts = node.findall("name/narrative")
        names = {text.get(LANG, own): " ".join((text.text or "").split()) for text in texts}
        entry: Item = {"code": node.findtext("code"), "name": names}
        if node.get("status") == "withdrawn":
            entry["withdrawn"] = True
        found.append((node, entry))
    return found


def version_of(file: Path) -> str:
    """IATI dates no codelist; the checksum of the file names its version exactly."""
    return f"IATI 2.03, {file.name}, sha256 {sha256(file.read_bytes()).hexdigest()}"


def in_cldr(kind: str, code: str) -> dict[str, str]:
    """The names of a territory or a language in our languages."""
    return {
        language: getattr(Locale(language), kind)[code]
        for language in LANGUAGES
        if code in getattr(Locale(language), kind)
    }


def countries(listed: set[str]) -> list[Item]:
    """Every country of `listed` with both codes, names and other names."""
    pairs = {
        codes[0]: long
        for long, codes in get_global("territory_aliases").items()
        if len(long) == len("AAA") and long.isalpha() and long not in WITHDRAWN
    }
    pairs |= USER_ASSIGNED
    return [
        {
            "code": code,
            "alpha3": pairs[code],
            "name": dict(zip(LANGUAGES, NAMES[code], strict=True))
            if code in NAMES
            else in_cldr("territories", code),
            "aliases": list(ALIASES.get(code, ())),
        }
        for code in sorted(listed & pairs.keys())
    ]


def main() -> None:
    """Write every list."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("codelists", type=Path)
    folder: Path = arguments.parse_args().codelists

    def plain(name: str, file: str) -> None:
        source = f"IATI codelist {file}"
        items = [entry for _, entry in codelist(folder / f"{file}.xml")]
        write(name, source, version_of(folder / f"{file}.xml"), items)

    listed = {str(entry["code"]) for _, entry in codelist(folder / "Country.xml")}
    write("countries", f"ISO 3166-1 codes; names: {CLDR}", CLDR, countries(listed))
    spoken = [str(entry["code"]) for _, entry in codelist(folder / "Language.xml")]
    languages: list[Item] = [
        {"code": code, "name": names} for code in spoken if (names := in_cldr("languages", code))
    ]
    write("languages", f"ISO 639-1 codes; names: {CLDR}", CLDR, languages)

    sectors = [
        entry | {"category": node.findtext("category")}
        for node, entry in codelist(folder / "Sector.xml")
    ]
    write("sectors", "OECD DAC, IATI codelist Sector", version_of(folder / "Sector.xml"), sectors)
    plain("sector_categories", "SectorCategory")
    goals = [
        {"code": entry["code"], "name": dict(zip(LANGUAGES, short, strict=True)), "long": named}
        for (_, entry), short in zip(codelist(folder / "UNSDG-Goals.xml"), GOALS, strict=True)
        for named in [entry["name"]]
    ]
    write("goals", GOALS_SOURCE, version_of(folder / "UNSDG-Goals.xml"), goals)
    plain("targets", "UNSDG-Targets")
    plain("organisation_roles", "OrganisationRole")
    plain("organisation_types", "OrganisationType")


if __name__ == "__main__":
    main()
