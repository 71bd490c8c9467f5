"""A form built part by part: pure acts on a definition, its texts, its files."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from jumelage.foundation.formbuilder.rules import editing
from jumelage.foundation.formbuilder.rules.days import days_beside
from jumelage.foundation.formbuilder.rules.files import LONGEST, form_text, read_form_text
from jumelage.foundation.formbuilder.rules.texts import texts_of
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.questionnaires.queries.answering import (
    Definition,
    Field,
    Kind,
    Operator,
    Section,
    Test,
    definition_mistakes,
)
from tests.foundation.questionnaires.forms import BUDGET, forms, text, words

FORM = forms(
    [
        {"code": "one", "title": words("one"), "fields": [text("a"), text("b")]},
        {"code": "two", "title": words("two"), "fields": [{"code": "t", "kind": "table", "label": words("t"), "columns": [text("x"), text("y")]}]},
    ]
)  # fmt: skip


def order(definition: Definition) -> str:
    return " ".join(f"{s.code}:{','.join(f.code for f in s.fields)}" for s in definition.sections)


@pytest.mark.parametrize(
    ("words", "taken", "code"),
    [
        ("Résumé du projet", (), "resume_du_projet"),
        ("Œuvre !", (), "oeuvre"),
        ("2027 ?", (), "q_2027"),
        ("عربي", (), "q"),
        ("Titre", ("titre", "titre_2"), "titre_3"),
        ("x" * 80, (), "x" * 40),
    ],
)
def test_codes_are_made_from_words(words: str, taken: tuple[str, ...], code: str) -> None:
    assert editing.code_from(words, taken) == code


def test_sections() -> None:
    added = editing.with_section(FORM, Section(code="three", title={}))
    assert order(added) == "one:a,b two:t three:"
    assert order(editing.moved_section(added, "three", -1)) == "one:a,b three: two:t"
    assert order(editing.moved_section(added, "one", -1)) == order(added)
    assert order(editing.moved_section(added, "one", 1)) == "two:t one:a,b three:"
    assert order(editing.without_section(added, "one")) == "two:t three:"
    renamed = editing.changed_section(FORM, "one", lambda one: replace(one, title={"fr": "x"}))
    assert renamed.sections[0].title == {"fr": "x"}


def test_fields() -> None:
    added = editing.with_field(FORM, "one", Field(code="c", kind=Kind.DATE, label={}))
    assert order(added) == "one:a,b,c two:t"
    assert order(editing.moved_field(added, "c", -1)) == "one:a,c,b two:t"
    # Past the edge of its section, a question goes into the next one.
    assert order(editing.moved_field(added, "c", 1)) == "one:a,b two:c,t"
    assert order(editing.moved_field(added, "t", -1)) == "one:a,b,c,t two:"
    assert order(editing.moved_field(added, "a", -1)) == order(added)
    assert order(editing.moved_field(added, "t", 1)) == order(added)
    assert order(editing.without_field(added, "a")) == "one:b,c two:t"
    assert (
        editing.changed_field(FORM, "a", lambda f: replace(f, required=True)).by_code["a"].required
    )


def test_columns() -> None:
    def columns(definition: Definition) -> list[str]:
        return [column.code for column in definition.by_code["t"].columns]

    assert columns(editing.moved_field(FORM, "t.x", 1)) == ["y", "x"]
    assert columns(editing.without_field(FORM, "t.x")) == ["y"]
    changed = editing.changed_field(FORM, "t.x", lambda column: replace(column, required=True))
    assert [column.required for column in changed.by_code["t"].columns] == [True, False]
    assert editing.field_at(FORM, "t.y").code == "y"


@pytest.mark.parametrize(
    "act",
    [
        lambda: editing.without_section(FORM, "gone"),
        lambda: editing.changed_section(FORM, "gone", lambda s: s),
        lambda: editing.moved_section(FORM, "gone", 1),
        lambda: editing.without_field(FORM, "gone"),
        lambda: editing.moved_field(FORM, "t.gone", 1),
        lambda: editing.changed_field(FORM, "t.gone", lambda f: f),
        lambda: editing.field_at(FORM, "gone"),
        lambda: editing.field_at(FORM, "t.gone"),
        lambda: editing.field_at(FORM, "gone.x"),
    ],
)
def test_a_part_that_is_gone(act) -> None:
    with pytest.raises(Refused, match="form-part-gone"):
        act()


def test_a_code_stands_once() -> None:
    with pytest.raises(Refused, match="form-code-taken"):
        editing.with_section(FORM, Section(code="one", title={}))
    with pytest.raises(Refused, match="form-code-taken"):
        editing.with_field(FORM, "one", Field(code="t", kind=Kind.DATE, label={}))


def test_the_texts_of_a_part() -> None:
    field = forms(
        [
            {
                "code": "s",
                "title": words("s"),
                "fields": [{"code": "m", "kind": "budget", "label": words("m"), "budget": BUDGET}],
            }
        ]
    )
    told = texts_of(field.by_code["m"])
    assert told["label.fr"] == "m fr"
    assert told["budget.costs.travel.label.nl"] == "Reizen"
    assert told["required"] == "False"
    assert "help" not in told
    section = texts_of(FORM.sections[0])
    assert set(section) == {"title.fr", "title.nl"}


@pytest.mark.parametrize("kind", ["yaml", "json"])
def test_a_file_gives_the_same_form_back(kind: str) -> None:
    assert read_form_text(form_text(FORM, kind)) == FORM


def test_a_whole_data_file_is_read_too() -> None:
    told = json.loads(form_text(FORM, "json"))
    assert read_form_text(json.dumps({"slug": "x", "title": {}, **told})) == FORM


@pytest.mark.parametrize(
    ("written", "code", "line"),
    [
        ("sections:\n  - {a: [", "form-file-unreadable", 2),
        ("a: &x 1\nb: *x\n", "form-file-unreadable", 2),
        ("a: '&\n", "form-file-unreadable", 2),
        ("sections: !!python/object:os.system x", "form-file-unreadable", 1),
        ("x" * (LONGEST + 1), "form-file-large", None),
        ("just words", "form-unreadable", None),
        ("sections: 5", "form-unreadable", None),
    ],
)
def test_a_file_that_cannot_be_read(written: str, code: str, line: int | None) -> None:
    with pytest.raises(Refused) as refused:
        read_form_text(written)
    assert refused.value.code == code
    if line:
        assert refused.value.details["line"] == line


def test_words_of_yaml_are_words() -> None:
    """The file that the city keeps is read on the desk as it is loaded."""
    file = Path(__file__).parents[3] / "demo/brussels/forms/solidarity-call.yaml"
    definition = read_form_text(file.read_text("utf-8"))
    assert definition_mistakes(definition, {str(n) for n in range(1, 15)}, ["fr", "nl", "en"]) == []
    bare = "sections:\n- code: a\n  title: {fr: A}\n  fields:\n  - {code: b, kind: date, label: {fr: B}, required: true, minimum: 2027-01-01, when: {on: c, op: eq, value: yes}}"
    field = read_form_text(bare).by_code["b"]
    assert (field.minimum, field.required, field.when) == (
        "2027-01-01",
        True,
        Test("c", Operator.EQ, "yes"),
    )


def test_an_ampersand_in_a_text_is_no_reference() -> None:
    told = form_text(FORM, "yaml").replace("one fr", "Eau & vie *")
    assert read_form_text(told).sections[0].title["fr"] == "Eau & vie *"


def test_a_day_is_compared_with_other_days_of_the_form_or_of_its_table() -> None:
    days = [{"code": code, "kind": "date", "label": words(code)} for code in ("start", "end")]
    table = {"code": "t", "kind": "table", "label": words("t"), "columns": [text("x"), *days]}
    definition = forms(
        [
            {"code": "one", "title": words("one"), "fields": [*days, text("a")]},
            {"code": "two", "title": words("two"), "fields": [table, {**days[0], "code": "day"}]},
        ]
    )
    assert [one.code for one in days_beside(definition, "end")] == ["start", "day"]
    assert [one.code for one in days_beside(definition, "t.end")] == ["start"]
