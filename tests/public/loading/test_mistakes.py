"""Every mistake that a person can make in a data file: where it is, and what is said."""

from collections.abc import Iterator
from textwrap import dedent, shorten

import pytest
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jumelage.foundation.questionnaires.queries.answering import Kind
from jumelage.foundation.registers.queries.registry import known_acts
from jumelage.public.loading.management.commands.load import worded
from jumelage.public.loading.queries.data_files import rulebook
from jumelage.public.loading.rules.checking import check_folder
from jumelage.public.loading.rules.folder import kinds_of
from tests.public.loading.folders import GOOD

NAME = '{fr: "A", nl: "A", en: "A"}'
ROLE = f"- code: clerk\n  name: {NAME}\n"
PLACE = f'- slug: town\n  name: {NAME}\n  kind: city\n  country: "CD"\n'
SOURCES = "".join(
    f"- slug: {slug}\n  title: {NAME}\n  publisher: {NAME}\n  voice: press\n"
    for slug in ("one", "two")
)
SAYS = f"says: {NAME}"
PAGE = "{slug: p, title: P}"
HEAD = f"slug: x\ntitle: {NAME}\nsections:\n"
FORM = (
    f"{HEAD}  - code: one\n    title: {NAME}\n    fields:\n"
    f"      - code: name\n        kind: short_text\n        label: {NAME}\n"
    f"      - code: sum\n        # in euro\n        kind: money\n        label: {NAME}\n"
)
KINDS = ", ".join(Kind)
YAML = {name: dedent(text) for name, text in GOOD.items() if name.endswith(".yaml")}
YAML["forms/x.yaml"] = FORM

# Files → the lines that are said about them.
PLACES = ", ".join(kind.place for kind in kinds_of(rulebook([])).values())
CASES: dict[str, tuple[dict[str, str], list[str]]] = {
    # writing
    "not YAML": (
        {"roles.yaml": '- code: "clerk\n'},
        [
            "roles.yaml:2: This is not YAML: found unexpected end of stream. Check quotes, colons and indentation."
        ],
    ),
    "a tab": (
        {"roles.yaml": "- code: clerk\n\tname: x\n"},
        ["roles.yaml:2: There is a tab here. Indent with spaces."],
    ),
    "two documents": (
        {"roles.yaml": "- a\n---\n- b\n"},
        [
            "roles.yaml:2: This is not YAML: but found another document. Check quotes, colons and indentation."
        ],
    ),
    "a control character": (
        {"roles.yaml": "- code: \x07\n"},
        ["roles.yaml:1: The file holds a character that YAML does not allow. Write it again."],
    ),
    "an empty file": (
        {"roles.yaml": "# later\n"},
        ["roles.yaml:1: The file is empty. Fill it in or delete it."],
    ),
    "a reference": (
        {"roles.yaml": ROLE + "  acts: &a []\n- code: other\n  name: *a\n"},
        ["roles.yaml:5: References (*a) are not read. Write the value out."],
    ),
    "a type": (
        {"roles.yaml": "- code: !!python/name:os.system clerk\n"},
        [
            "roles.yaml:1: Types (tag:yaml.org,2002:python/name:os.system) are not read. Leave it out."
        ],
    ),
    "a key of several words": (
        {"roles.yaml": "- [a, b]: c\n"},
        ["roles.yaml:1: A key must be a single word."],
    ),
    "the same key twice": (
        {"roles.yaml": ROLE + "  code: juror\n"},
        ["roles.yaml:3: The key “code” stands twice; first on line 1. Keep one."],
    ),
    "the same language twice": (
        {"roles.yaml": '- code: clerk\n  name:\n    fr: "A"\n    nl: "B"\n    fr: "C"\n'},
        ["roles.yaml:5: The key “fr” stands twice; first on line 3. Keep one."],
    ),
    "a mapping where a list must be": (
        {"roles.yaml": "code: clerk\n"},
        ["roles.yaml:1: The file must be a list: each record begins with “- ”."],
    ),
    "yes": (
        {"roles.yaml": ROLE + "  staff: yes\n"},
        [
            "roles.yaml:3: “yes” may be read as yes or no. Write true or false, or put the word in quotes."
        ],
    ),
    "Norway": (
        {"places.yaml": PLACE.replace('"CD"', "NO")},
        [
            "places.yaml:4: “NO” may be read as yes or no. Write true or false, or put the word in quotes."
        ],
    ),
    # files
    "a misspelt file": (
        {"source.yaml": SOURCES},
        [
            (
                f"source.yaml: “source.yaml” is not the name of a data file. There are: {PLACES}."
                " Did you mean “sources.yaml”?"
            )
        ],
    ),
    "a misspelt folder": (
        {"project/x.yaml": "slug: x\n"},
        [
            (
                f"project/x.yaml: “project/” is not the name of a data file. There are: {PLACES}."
                " Did you mean “projects/”?"
            )
        ],
    ),
    # keys
    "an unknown key": (
        {"roles.yaml": ROLE + "  staf: true\n"},
        ["roles.yaml:3: The key “staf” is not known here. Did you mean “staff”?"],
    ),
    "an unknown key that looks like nothing": (
        {"roles.yaml": ROLE + "  colour: red\n"},
        ["roles.yaml:3: The key “colour” is not known here."],
    ),
    "an unknown key deep inside": (
        {
            "sources.yaml": SOURCES,
            "places.yaml": PLACE
            + f"  claims:\n    - about: existence\n      evidence:\n        - source: one\n          {SAYS}\n          att: {NAME}\n",
        },
        ["places.yaml:10: The key “att” is not known here. Did you mean “at”?"],
    ),
    "missing keys": (
        {"places.yaml": "- slug: town\n  kind: city\n"},
        [
            "places.yaml:1: The key “name” is missing.",
            "places.yaml:1: The key “country” is missing.",
        ],
    ),
    "a missing group": (
        {"site.yaml": f'city:\n  name: {NAME}\n  country: "BE"\n'},
        ["site.yaml:1: The key “home” is missing."],
    ),
    # values
    "a number for a text": (
        {"places.yaml": PLACE.replace("town", "2010")},
        [
            "places.yaml:1: “slug” must be one text. If it looks like a number or a date, put it in quotes."
        ],
    ),
    "a plain text for a translated one": (
        {"places.yaml": PLACE.replace(NAME, '"Town"')},
        ["places.yaml:2: A text must be given by language: fr, nl, en."],
    ),
    "a text for a number": (
        {"places.yaml": PLACE + '  area_km2: "237"\n'},
        ["places.yaml:5: “area_km2” must be a number, without quotes and with a decimal point."],
    ),
    "a decimal comma": (
        {"places.yaml": PLACE + "  area_km2: 2,37\n"},
        ["places.yaml:5: “area_km2” must be a number, without quotes and with a decimal point."],
    ),
    "no area": (
        {"places.yaml": PLACE + "  area_km2: 0\n"},
        ["places.yaml:5: “area_km2” must be more than 0."],
    ),
    "a longitude for a latitude": (
        {"places.yaml": PLACE + "  latitude: 115.3\n  longitude: -181\n"},
        [
            "places.yaml:5: “latitude” must be at most 90.",
            "places.yaml:6: “longitude” must be at least -180.",
        ],
    ),
    "half a page": (
        {"documents.yaml": f"- slug: d\n  title: {NAME}\n  pages: 2.5\n"},
        ["documents.yaml:3: “pages” must be a whole number, without quotes."],
    ),
    "a text for true": (
        {"roles.yaml": ROLE + '  staff: "true"\n'},
        ["roles.yaml:3: “staff” must be true or false, without quotes."],
    ),
    "a text for a list": (
        {"roles.yaml": ROLE + "  acts: all\n"},
        ["roles.yaml:3: “acts” must be a list."],
    ),
    "a list without anything": (
        {"roles.yaml": ROLE + "  acts:\n"},
        ["roles.yaml:3: “acts” must be a list."],
    ),
    "a number for a slug that is named": (
        {"decisions.yaml": f"- slug: d\n  subject: {NAME}\n  documents: [1]\n"},
        [
            "decisions.yaml:3: “documents” must be one text. If it looks like a number or a date, put it in quotes."
        ],
    ),
    "a text for a row": (
        {
            "organisations.yaml": f'- slug: o\n  name: {NAME}\n  kind: ngo\n  country: "BE"\n  contacts: [me, me]\n'
        },
        ["organisations.yaml:5: “contacts” must be a group of keys, each with its value."] * 2,
    ),
    "a text for a group": (
        {"site.yaml": f"city: Town\nhome:\n  title: {NAME}\n"},
        ["site.yaml:1: “city” must be a group of keys, each with its value."],
    ),
    "a text for a record": (
        {"roles.yaml": ROLE + "- juror\n"},
        ["roles.yaml:3: “roles.yaml” must be a group of keys, each with its value."],
    ),
    "half a crop": (
        {
            "site.yaml": f'city: {{name: {NAME}, country: "BE"}}\nhome: {{title: {NAME}}}\nmap:\n  crop: [1, 2]\n'
        },
        ["site.yaml:4: “crop” has 2 entries; it needs at least 4."],
    ),
    "a crop and a half": (
        {
            "site.yaml": f'city: {{name: {NAME}, country: "BE"}}\nhome: {{title: {NAME}}}\nmap:\n  crop: [1, 2, 3, 4, 5]\n'
        },
        ["site.yaml:4: “crop” has 5 entries; it may have 4."],
    ),
    "a slug with capitals": (
        {"places.yaml": PLACE.replace("town", "Labé")},
        ["places.yaml:1: “Labé” may hold only small letters without accents, digits and hyphens."],
    ),
    "an empty slug": (
        {"places.yaml": PLACE.replace("town", '""')},
        ["places.yaml:1: “” may hold only small letters without accents, digits and hyphens."],
    ),
    "a hash that is none": (
        {"sources.yaml": SOURCES + "  sha256: abc\n"},
        ["sources.yaml:9: “sha256” does not have the form that is expected here."],
    ),
    "an unknown code": (
        {"places.yaml": PLACE.replace("kind: city", "kind: comune")},
        [
            (
                "places.yaml:3: “comune” is not one of the values expected here: city, commune, region."
                " Did you mean “commune”?"
            )
        ],
    ),
    "an unknown act": (
        {"roles.yaml": ROLE + "  acts: [fly]\n"},
        [
            (
                "roles.yaml:3: “fly” is not one of the values expected here: "
                + shorten(", ".join(known_acts()), 300, placeholder=" …")
                + "."
            )
        ],
    ),
    "a document that is not there": (
        {"documents.yaml": f"- slug: d\n  title: {NAME}\n  file: files/minute.txt\n"},
        [
            (
                "documents.yaml:3: “files/minute.txt” is not one of the values expected here: files/minutes.txt."
                " Did you mean “files/minutes.txt”?"
            )
        ],
    ),
    # languages
    "a required language lacks": (
        {"places.yaml": PLACE.replace(NAME, '{fr: "A", en: "A"}')},
        ["places.yaml:2: The text is missing in: nl."],
    ),
    "an unknown language": (
        {"places.yaml": PLACE.replace(NAME, '{fr: "A", nl: "A", eng: "A"}')},
        ["places.yaml:2: “eng” is not a language of this site. Did you mean “en”?"],
    ),
    "a blank text": (
        {"places.yaml": PLACE.replace(NAME, '{fr: "A", nl: " "}')},
        ["places.yaml:2: The text in “nl” is empty. Write it or leave the language out."],
    ),
    "a page lacks a required language": (
        {"pages/p.yaml": f"slug: p\nfr: {PAGE}\n"},
        ["pages/p.yaml:1: The key “nl” is missing."],
    ),
    # dates
    "a day without quotes": (
        {"sources.yaml": SOURCES + "  date: 2021-01-05\n"},
        ['sources.yaml:9: Put the date in quotes: "2021-01-05".'],
    ),
    "a month without quotes": (
        {"sources.yaml": SOURCES + "  date: 2021-01\n"},
        ['sources.yaml:9: Put the date in quotes: "2021-01".'],
    ),
    "a year without quotes": (
        {"sources.yaml": SOURCES + "  date: 2021\n"},
        ['sources.yaml:9: Put the date in quotes: "2021".'],
    ),
    "a date that does not exist": (
        {"sources.yaml": SOURCES + '  date: "2021-02-30"\n'},
        [
            "sources.yaml:9: “2021-02-30” is not a date. Write a year (2015), a month (2021-01) or a day (2022-12-05)."
        ],
    ),
    "a period that ends before it starts": (
        {
            "partnerships/x.yaml": f'slug: x\ntitle: {NAME}\nsummary: {NAME}\ncountry: "CD"\nstart: "2024"\nend: "2021"\n'
        },
        [
            "partnerships/x.yaml:6: The period ends (2021) before it starts (2024). Check both dates."
        ],
    ),
    # forms
    "a form with a word of its own": (
        {"forms/x.yaml": FORM.replace("kind: money", "kind: euro")},
        ["forms/x.yaml:12: “kind” must be one of: " + KINDS + "."],
    ),
    "a question without words": (
        {"forms/x.yaml": FORM.replace(f"        label: {NAME}\n", "", 1)},
        ["forms/x.yaml:7: “label” is missing."],
    ),
    "a question without a code": (
        {"forms/x.yaml": FORM.replace("code: sum\n        # in euro\n        kind", "kind")},
        ["forms/x.yaml:10: “code” is missing."],
    ),
    "a section without a title": (
        {"forms/x.yaml": FORM.replace(f"    title: {NAME}\n", "")},
        ["forms/x.yaml:4: “title” is missing."],
    ),
    "a section that holds no list": (
        {"forms/x.yaml": FORM[: FORM.index("    fields:")] + "    fields: 5\n"},
        ["forms/x.yaml:6: “fields” is not of the right kind."],
    ),
    "a section without a title that holds no list": (
        {"forms/x.yaml": HEAD + "  - code: one\n    fields: 5\n"},
        ["forms/x.yaml:4: “title” is missing."],
    ),
    "a condition that compares nothing": (
        {"forms/x.yaml": FORM + "        when: {on: name}\n"},
        [
            "forms/x.yaml:14: The condition cannot be read: it is one comparison (on, op, value) or one group (join, of)."
        ],
    ),
    "a column of a table without a kind": (
        {"forms/x.yaml": FORM + f"        columns:\n          - {{code: a, label: {NAME}}}\n"},
        ["forms/x.yaml:14: “kind” is missing."],
    ),
    # pages
    "two things in one part of a page": (
        {
            "pages/p.yaml": f"slug: p\nnl: {PAGE}\nfr:\n  slug: p\n  title: P\n  body:\n    - heading: A\n      text: B\n"
        },
        ["pages/p.yaml:7: A part of a page is one heading, one text or one list, not several."],
    ),
    # claims
    "a claim that rests on nothing": (
        {
            "sources.yaml": SOURCES,
            "places.yaml": PLACE
            + f"  claims:\n    - about: existence\n      evidence:\n        - source: one\n          {SAYS}\n",
        },
        [
            (
                "places.yaml:8: The evidence for “existence” (one) points at nothing. Add a quotation, or where it stands:"
                " a page, a heading, a paragraph."
            )
        ],
    ),
    "a claim without evidence": (
        {"places.yaml": PLACE + "  claims:\n    - about: existence\n      evidence: []\n"},
        ["places.yaml:7: “evidence” has 0 entries; it needs at least 1."],
    ),
    "a quotation in no language": (
        {
            "sources.yaml": SOURCES,
            "places.yaml": PLACE
            + f'  claims:\n    - about: existence\n      evidence:\n        - source: one\n          {SAYS}\n          quotation: "a"\n',
        },
        ["places.yaml:10: Say in which language the quotation is: quotation_language."],
    ),
    "two pieces and no choice": (
        {
            "sources.yaml": SOURCES,
            "places.yaml": PLACE
            + "  claims:\n    - about: existence\n      evidence:\n"
            + f"        - {{source: one, {SAYS}, at: {NAME}}}\n        - {{source: two, {SAYS}, at: {NAME}}}\n",
        },
        [
            "places.yaml:7: “existence” has several pieces of evidence. Mark exactly one as the one shown."
        ],
    ),
    "a choice without a reason": (
        {
            "sources.yaml": SOURCES,
            "places.yaml": PLACE
            + "  claims:\n    - about: existence\n      evidence:\n"
            + f"        - {{source: one, {SAYS}, at: {NAME}, shown: true}}\n        - {{source: two, {SAYS}, at: {NAME}}}\n",
        },
        [
            "places.yaml:7: “existence” has several pieces of evidence. Say why the one shown was chosen."
        ],
    ),
    "two claims about the same thing": (
        {
            "sources.yaml": SOURCES,
            "places.yaml": PLACE
            + "  claims:\n"
            + f"    - {{about: existence, evidence: [{{source: one, {SAYS}, at: {NAME}}}]}}\n" * 2,
        },
        ["places.yaml:7: This entry repeats the one on line 6: same about."],
    ),
    "a source twice in a claim": (
        {
            "sources.yaml": SOURCES,
            "places.yaml": PLACE
            + f"  claims:\n    - about: existence\n      because: {NAME}\n      evidence:\n"
            + f"        - {{source: one, {SAYS}, at: {NAME}, shown: true}}\n        - {{source: one, {SAYS}, at: {NAME}}}\n",
        },
        ["places.yaml:10: This entry repeats the one on line 9: same source."],
    ),
    # between records
    "a slug twice": (
        {"places.yaml": PLACE + "\n" + PLACE},
        ["places.yaml:6: “town” is used twice; first in places.yaml:1."],
    ),
    "a slug that is not the file's name": (
        {"pages/p.yaml": f"slug: q\nfr: {PAGE}\nnl: {PAGE}\nen: {PAGE}\n"},
        ["pages/p.yaml:1: “q” must be the name of the file, “p”."],
    ),
    "a name of nothing": (
        {"places.yaml": PLACE + "  parent: twon\n" + PLACE.replace("town", "twins")},
        ["places.yaml:5: “twon” does not exist in places.yaml. Did you mean “town”?"],
    ),
    "names of nothing on one line": (
        {"decisions.yaml": f"- slug: d\n  subject: {NAME}\n  documents: [x, y]\n"},
        [
            "decisions.yaml:3: “x” does not exist in documents.yaml.",
            "decisions.yaml:3: “y” does not exist in documents.yaml.",
        ],
    ),
    "a name of a wrong record is known": (
        {
            "places.yaml": PLACE.replace("kind: city", "kind: x")
            + PLACE.replace("town", "part")
            + "  parent: town\n"
        },
        ["places.yaml:3: “x” is not one of the values expected here: city, commune, region."],
    ),
    "a circle": (
        {
            "places.yaml": PLACE
            + "  parent: part\n"
            + PLACE.replace("town", "part")
            + "  parent: town\n"
        },
        ["places.yaml:10: “town” leads back to this record."],
    ),
    "its own parent": (
        {"places.yaml": PLACE + "  parent: town\n"},
        ["places.yaml:5: “town” leads back to this record."],
    ),
    "everything at once, in order": (
        {
            "sources.yaml": SOURCES + "  date: 2021\n",
            "places.yaml": PLACE + "  parent: nowhere\n  latitude: 91\n",
            "partnerships/x.yaml": "slug: x\n\ttitle: y\n",
        },
        [
            "partnerships/x.yaml:2: There is a tab here. Indent with spaces.",
            "places.yaml:5: “nowhere” does not exist in places.yaml.",
            "places.yaml:6: “latitude” must be at most 90.",
            'sources.yaml:9: Put the date in quotes: "2021".',
        ],
    ),
}


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with override("en"):
        yield


def told(files: dict[str, str]) -> list[str]:
    book = rulebook(["files/minutes.txt"])
    mistakes = check_folder(files, book, {}).mistakes
    return [f"{m.file}{f':{m.line}' if m.line else ''}: {worded(m)}" for m in mistakes]


@pytest.mark.parametrize("case", CASES)
def test_mistake_is_told_with_its_line(case: str) -> None:
    files, expected = CASES[case]
    assert told(files) == expected


def test_a_good_folder_has_no_mistake() -> None:
    assert told(YAML) == []


def test_what_exists_already_may_be_named() -> None:
    files = {"places.yaml": PLACE + "  parent: country\n"}
    assert check_folder(files, rulebook([]), {"place": {"country"}}).mistakes == []


def test_records_come_after_those_they_name() -> None:
    files = {
        "places.yaml": PLACE + "  parent: part\n" + PLACE.replace("town", "part"),
        "sources.yaml": SOURCES + "  date:\n",
    }
    checked = check_folder(files, rulebook([]), {})
    assert [entry.key for entry in checked.entries] == ["one", "two", "part", "town"]


def test_welcome_languages_are_asked_for() -> None:
    files = {
        "places.yaml": PLACE.replace(', en: "A"', ""),
        "pages/p.yaml": f"slug: p\nfr: {PAGE}\nnl: {PAGE}\n",
    }
    warnings = check_folder(files, rulebook([]), {}).warnings
    assert [(w.file, w.line, worded(w)) for w in warnings] == [
        ("pages/p.yaml", 1, "The text is missing in: en."),
        ("places.yaml", 2, "The text is missing in: en."),
    ]


def test_numbers_are_read_as_a_person_means_them() -> None:
    files = {
        "places.yaml": PLACE
        + "  latitude: -4.5\n  about:\n    fr: >-\n      deux\n      lignes\n    nl: 010 20\n    en: on it\n"
    }
    (entry,) = check_folder(files, rulebook([]), {}).entries
    assert entry.record.latitude == -4.5
    assert entry.record.about == {"fr": "deux lignes", "nl": "010 20", "en": "on it"}


@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    name=st.sampled_from(sorted(YAML)),
    place=st.floats(0, 1),
    length=st.integers(0, 40),
    instead=st.one_of(
        st.sampled_from([": ", "- ", "[", "{", '"', "&a ", "~", "2021", "\t", "\n"]),
        st.text(max_size=4),
    ),
)
def test_no_slip_of_the_hand_is_a_crash(name: str, place: float, length: int, instead: str) -> None:
    text = YAML[name]
    start = int(place * len(text))
    files = dict(YAML)
    files[name] = text[:start] + instead + text[start + length :]
    for line in told(files):
        assert line.startswith(tuple(files))
