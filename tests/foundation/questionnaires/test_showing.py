"""What pages and PDFs show: inputs tied to their words, conditions in words, answers read back."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override
from pypdf import PdfReader

from jumelage.foundation.kernel.wording import worded
from jumelage.foundation.questionnaires.choices import KINDS
from jumelage.foundation.questionnaires.queries.answering import problems
from jumelage.foundation.questionnaires.queries.outline import changes_told, mistakes_told, outline
from jumelage.foundation.questionnaires.queries.paper import paper_form
from jumelage.foundation.questionnaires.queries.presenting import section_page
from jumelage.foundation.questionnaires.queries.readout import (
    answers_shown,
    blank_form,
    left_shown,
)
from jumelage.foundation.questionnaires.queries.wording import (
    Mistakes,
    condition_words,
    limit_words,
    place_words,
    problem_words,
    value_words,
)
from jumelage.foundation.questionnaires.rules.changes import LEFT_BEHIND, changes
from jumelage.foundation.questionnaires.rules.checking import Problem
from jumelage.foundation.questionnaires.rules.definition import Definition, Field, Kind
from jumelage.foundation.questionnaires.rules.mistakes import definition_mistakes
from jumelage.foundation.questionnaires.rules.reading import Mistake
from tests.foundation.questionnaires.forms import BUDGET, form, forms, read_condition, text, words

CHOICES = [
    {"code": "x", "label": {"fr": "Eau", "nl": "Water"}, "help": words("h")},
    {"code": "y", "label": words("y")},
]
COLUMNS = [text("what", limit=20), {"code": "cost", "kind": "money", "label": words("cost")}]
EVERY = forms(
    [
        {
            "code": "one",
            "title": words("one"),
            "intro": words("intro"),
            "fields": [
                {"code": "head", "kind": "heading", "label": words("head"), "help": words("under")},
                {"code": "note", "kind": "note", "label": words("note"), "help": words("more")},
                text("short", required=True, limit=10, autocomplete="name"),
                {"code": "long", "kind": "long_text", "label": words("long"), "limit": 50, "unit": "words"},
                {"code": "number", "kind": "number", "label": words("number"), "minimum": 1, "maximum": 9},
                {"code": "money", "kind": "money", "label": words("money"), "minimum": 500},
                {"code": "day", "kind": "date", "label": words("day"), "maximum": "2027-01-31"},
                {"code": "choice", "kind": "choice", "label": words("choice"), "choices": CHOICES},
                {"code": "choices", "kind": "choices", "label": words("choices"), "choices": CHOICES},
                {"code": "country", "kind": "country", "label": words("country")},
                {"code": "place", "kind": "place", "label": words("place")},
                {"code": "organisation", "kind": "organisation", "label": words("org"), "required": True, "help": words("who")},
                {"code": "person", "kind": "person", "label": words("person")},
                {"code": "file", "kind": "file", "label": words("file"), "help": words("pdf")},
                {"code": "table", "kind": "table", "label": words("table"), "columns": COLUMNS, "rows_most": 3},
                {"code": "budget", "kind": "budget", "label": words("budget"), "budget": {**BUDGET, "cap_cents": 90000}},
                {"code": "statement", "kind": "statement", "label": words("statement"), "required": True, "help": words("law")},
            ],
        },
        {"code": "two", "title": words("two"), "when": {"on": "context.track", "op": "eq", "value": "ecm"}, "fields": [text("only")]},
    ]
)  # fmt: skip
ANSWERS: dict[str, Any] = {
    "short": "Un titre bien trop long",
    "long": "un deux",
    "number": 12,
    "money": {"raw": "douze"},
    "day": "2026-12-31",
    "choice": "x",
    "choices": ["x", "gone"],
    "country": "GN",
    "place": {"name": "Labé", "country": "GN"},
    "organisation": {"name": "AJDL", "number": {"raw": "12"}},
    "file": [{"id": 1, "name": "lettre.pdf", "size_bytes": 2000}],
    "table": [{"what": "Puits", "cost": 123450}, {}],
    "budget": {
        "costs": [{"category": "travel", "label": "Bus", "cents": 100000}, {"category": "running", "cents": {"raw": "?"}}],
        "income": [{"category": "gifts", "cents": 1000}],
        "in_kind": [{"label": "Salle", "cents": 5000}],
        "ask_cents": 99000,
    },
    "statement": True,
}  # fmt: skip


def shown(answers: dict[str, Any], definition: Definition = EVERY, **more: Any) -> str:
    section = definition.sections[0]
    page = section_page(definition, section, answers, {"track": "coop"}, **more)
    return render_to_string("questionnaires/components/section.html", {"page": page})


def test_every_kind_has_its_input_with_its_words() -> None:
    page = shown({})
    for code, field in EVERY.by_code.items():
        if code != "only":
            assert field.label["fr"] in page
    for name in (
        "f-short",
        "f-long",
        "f-money",
        "f-day",
        "f-country",
        "f-place-country",
        "f-person-phone",
        "f-table-0-what",
        "f-budget-costs-0-cents",
        "f-budget-ask_cents",
    ):
        assert f'<label for="{name}">' in page
        assert f'id="{name}"' in page
    assert 'autocomplete="name"' in page
    assert 'inputmode="decimal"' in page
    assert 'type="radio"' in page
    assert 'value="add:table"' in page
    assert 'value="remove:budget:costs:0"' in page


def test_errors_are_tied_to_their_inputs() -> None:
    found = problems(EVERY, ANSWERS, {"track": "coop"})
    page = shown(ANSWERS, problems=found)
    assert 'aria-describedby="f-short-count f-short-error" aria-invalid="true"' in page
    assert "23 caractères ; la limite est de 10. Raccourcissez de 13." in page
    # What cannot be read stands there as it was written.
    assert 'id="f-money" name="f-money" value="douze"' in page
    assert "« douze » n’est pas un montant." in page
    assert 'id="f-organisation-number-error"' in page
    assert 'id="f-budget-costs-1-cents-error"' in page
    for problem in found:
        assert f'id="{problem.anchor}"' in page, problem


def test_choices_that_are_gone_stay_until_another_is_chosen() -> None:
    page = shown(ANSWERS)
    assert '<input type="checkbox" name="f-choices" value="gone" checked>' in page
    assert '<option value="GN" selected>' in page


def test_a_day_that_cannot_be_read_is_shown_as_written() -> None:
    page = shown({"day": {"raw": "bientôt"}})
    assert 'id="f-day" name="f-day" value="bientôt" type="text"' in page
    assert 'value="2026-12-31" type="date"' in shown(ANSWERS)


def test_sums_and_what_may_be_asked() -> None:
    page = shown(
        {"budget": {"costs": [{"category": "travel", "cents": 100_000}], "ask_cents": 95_000}}
    )
    assert '<dd data-sum="gap">50\xa0€</dd>' in page
    assert "<div data-most data-over>" in page
    # Before any cost is written, the cap is what may be asked.
    assert '<dd data-sum="most">900\xa0€</dd>' in shown({})
    balanced = shown({"budget": {"costs": [{"category": "travel", "cents": 5}], "ask_cents": 5}})
    assert "<div data-gap data-even>" in balanced


def test_a_full_table_has_no_button_for_more() -> None:
    assert 'value="" data-add hidden' in shown({"table": [{"what": "x"}] * 3})


def test_files_are_those_of_the_room() -> None:
    file = {"name": "lettre.pdf", "url": "/f/1", "size_bytes": 2000, "remove": "1"}
    page = shown({}, files={"file": [file]})
    assert '<a href="/f/1">lettre.pdf</a>' in page
    assert 'name="remove-file" value="1"' in page
    assert 'type="file"' not in page
    assert 'type="file"' in shown({})


LIVE = forms(
    [
        {"code": "one", "title": words("one"), "fields": [
            text("a"), text("b", when={"on": "a", "op": "eq", "value": "oui"}),
            text("c", when={"on": "context.track", "op": "eq", "value": "ecm"}),
            text("d", when={"join": "all", "of": [{"on": "a", "op": "answered"}, {"on": "z", "op": "answered"}]}),
            text("e", when={"on": "z", "op": "answered"}),
            text("f", when={"join": "any", "of": [
                {"on": "context.track", "op": "ne", "value": "ecm"}, {"on": "a", "op": "answered"}]}),
            text("g", when={"join": "all", "of": [
                {"on": "context.track", "op": "eq", "value": "ecm"}, {"on": "a", "op": "answered"}]}),
        ]},
        {"code": "two", "title": words("two"), "fields": [text("z")]},
    ]
)  # fmt: skip


def test_what_may_appear_stands_there_with_its_condition() -> None:
    page = section_page(LIVE, LIVE.sections[0], {"z": "zède", "y": 1}, {"track": "coop", "x": [1]})
    assert [(f.field.code, f.unmet, bool(f.when)) for f in page.fields] == [
        ("a", False, False), ("b", True, True), ("d", True, True), ("e", False, False),
        ("f", False, False),
    ]  # fmt: skip
    assert page.fields[1].when_words == "« a fr » est « oui »"
    assert page.known == '{"z": "z\\u00e8de"}'
    assert page.context == '{"track": "coop"}'
    html = shown({}, LIVE)
    assert "data-unmet" in html
    assert "Répondez seulement si :" in html


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        (None, ""),
        ({"on": "choice", "op": "eq", "value": "x"}, "« choice fr » est « Eau »"),
        ({"on": "choice", "op": "eq", "value": "gone"}, "« choice fr » est « gone »"),
        ({"on": "money", "op": "gt", "value": 123450}, "« money fr » est supérieur à « 1\u202f234,50\xa0€ »"),
        ({"on": "money", "op": "gt", "value": "x"}, "« money fr » est supérieur à « x »"),
        ({"on": "budget.ask_cents", "op": "le", "value": 500}, "« budget fr (Somme demandée) » est au plus « 5\xa0€ »"),
        ({"on": "day", "op": "lt", "value": "2026-02-01"}, "« day fr » est inférieur à « 1er février 2026 »"),
        ({"on": "place.country", "op": "eq", "value": "GN"}, "« place fr (Pays) » est « Guinée »"),
        ({"on": "place.name", "op": "contains", "value": "a"}, "« place fr (Nom) » contient « a »"),
        ({"on": "lost", "op": "answered"}, "« lost » a reçu une réponse"),
        ({"on": "context.track", "op": "ne", "value": "ecm"}, "« Volet » n’est pas « Éducation »"),
        ({"on": "context.other", "op": "ge", "value": 3}, "« other » est au moins « 3 »"),
        (
            {"join": "any", "of": [{"on": "short", "op": "answered"}, {"join": "none", "of": [{"on": "long", "op": "answered"}]}]},
            "« short fr » a reçu une réponse ou (pas : « long fr » a reçu une réponse)",
        ),
    ],
)  # fmt: skip
def test_conditions_in_words(condition: Any, told: str) -> None:
    read = read_condition(condition) if condition else None
    names = {"track": {"ecm": "Éducation"}}
    assert condition_words(read, EVERY, names).replace("\u202f", "\u202f") == told


def test_limits_in_words() -> None:
    told = [
        limit_words(EVERY.by_code[code])
        for code in ("short", "long", "number", "money", "day", "file")
    ]
    assert told == [
        "10 caractères au maximum.",
        "50 mots au maximum.",
        "De 1 à 9.",
        "À partir de 5\xa0€.",
        "Jusqu’au 31 janvier 2027.",
        "",
    ]
    assert limit_words(form(text("x")).by_code["x"]) == ""


@pytest.mark.parametrize(
    ("least", "most", "told"),
    [
        ("2027-01-01", None, "À partir du 1er janvier 2027."),
        ("2027-01-01", "2027-12-31", "Du 1er janvier 2027 au 31 décembre 2027."),
        (None, None, ""),
    ],
)
def test_days_are_bounded_in_words(least: str | None, most: str | None, told: str) -> None:
    with override("fr"):
        assert limit_words(Field("d", Kind.DATE, {}, minimum=least, maximum=most)) == told


def test_every_problem_is_worded_with_its_article() -> None:
    cited = Problem("a", "answer-budget-cap", {"ask": 900_000, "cap": 800_000}, "6.2")
    assert (
        problem_words(cited)
        == "Vous demandez 9\u202f000\xa0€ ; 8\u202f000\xa0€ au maximum peuvent être demandés. (article 6.2)"
    )
    assert (
        problem_words(Problem("a", "answer-part-missing", {"part": "name"}))
        == "Donnez au moins le nom."
    )
    assert "31 janvier 2027" in problem_words(
        Problem("a", "answer-date-above", {"limit": "2027-01-31", "value": "2027-02-01"})
    )
    assert "5\xa0€" in problem_words(
        Problem("a", "answer-money-below", {"limit": 500, "value": 400})
    )
    for language in ("fr", "nl"):
        with override(language):
            assert [
                code
                for code in worded("PHRASES")
                if code.startswith("answer-") and not str(worded("PHRASES")[code])
            ] == []


def test_a_problem_names_its_list_its_line_and_its_column() -> None:
    definition = form(
        {"code": "budget", "kind": "budget", "label": {"fr": "Budget", "nl": "Begroting"}},
        {
            "code": "steps",
            "kind": "table",
            "label": {"fr": "Étapes", "nl": "Stappen"},
            "columns": [{"code": "day", "kind": "date", "label": {"fr": "Jour", "nl": "Dag"}}],
        },
    )
    told = [
        ("budget", ("costs", 1, "cents"), "Budget : Coûts, ligne 2"),
        ("budget", ("ask_cents",), "Budget : Somme demandée"),
        ("budget", ("balance",), "Budget"),
        ("steps", (0, "day"), "Étapes : ligne 1, Jour"),
        ("steps", (), "Étapes"),
    ]
    for field, part, said in told:
        assert place_words(Problem(field, "answer-missing", part=part), definition) == said


def test_mistakes_are_told_with_their_places_up_to_five() -> None:
    wrong = form(
        text("a", label={}),
        {
            "code": "t",
            "kind": "table",
            "label": words("t"),
            "columns": [{"code": "x", "kind": "place", "label": {"fr": "X"}}],
        },
        {"code": "c", "kind": "choice", "label": words("c")},
    )
    found = definition_mistakes(wrong, None, ["fr", "nl"])
    told = mistakes_told(found, wrong)
    assert [(one["place"], one["column"]) for one in told] == [
        ("one fr › a", ""), ("one fr › a", ""), ("one fr › t fr › X", "x"), ("one fr › t fr › X", "x"), ("one fr › c fr", ""),
    ]  # fmt: skip
    assert told[2]["sentence"] == "Un tableau ne peut pas contenir ce type de question : Lieu."
    assert told[4]["sentence"] == "La liste de choix est vide (choix)."
    lists = [Mistake((), "form-choices-empty", {"part": part}) for part in ("costs", "income")]
    assert [one["sentence"] for one in mistakes_told(lists, wrong)] == [
        "La liste de choix est vide (Coûts).",
        "La liste de choix est vide (Autres recettes).",
    ]
    assert str(Mistakes(found * 2)).endswith("· + 5")
    assert (
        str(Mistakes([Mistake((), "form-empty")]))
        == "Le formulaire ne demande encore rien. Ajoutez une section et une question."
    )
    bare = replace(wrong, sections=(replace(wrong.sections[0], title={}),))
    assert mistakes_told([Mistake(("one",), "form-empty")], bare)[0]["place"] == "one"
    assert changes_told(changes(wrong, bare), wrong, bare)[0]["name"] == "one"
    lost = mistakes_told([Mistake(("gone", "lost"), "form-empty")], wrong)
    assert lost[0]["place"] == "gone › lost"


def test_conditions_that_cannot_be_are_told_in_the_words_of_their_questions() -> None:
    wrong = form(
        text("a", label={"fr": "Âge"}, when={"on": "b", "op": "answered"}),
        text("b", label={"fr": "Durée"}, when={"on": "a", "op": "answered"}),
        {"code": "p", "kind": "place", "label": {"fr": "Lieu"}},
        text("x", when={"on": "p.country", "op": "eq"}),
        text("y", when={"on": "gone", "op": "answered"}),
        {
            "code": "c",
            "kind": "choice",
            "label": {"fr": "C"},
            "choices": [{"code": "oui", "label": {"nl": "Ja"}}],
        },
        {
            "code": "m",
            "kind": "budget",
            "label": {"fr": "M"},
            "budget": {"costs": [], "income": []},
        },
    )
    told = mistakes_told(definition_mistakes(wrong, None, ["fr"]), wrong)
    assert [(one["place"], one["condition"], one["sentence"]) for one in told] == [
        ("one fr › x fr", "x", "La condition sur « Lieu (Pays) » ne dit pas avec quoi comparer."),
        ("one fr › y fr", "y", "La condition porte sur « gone », qui n’est pas une question de ce formulaire. Choisissez-en une autre."),
        ("one fr › C › Ja", "", "Question : le texte manque en Français."),
        ("one fr › M", "", "La liste de choix est vide (Coûts)."),
        ("one fr › M", "", "La liste de choix est vide (Autres recettes)."),
        ("one fr › Âge", "a", "Les conditions tournent en rond : Âge → Durée → Âge. Chacune attend la suivante : modifiez l’une d’elles."),
    ]  # fmt: skip
    around = form(text("a"), when={"on": "a", "op": "answered"})
    (circle,) = mistakes_told(definition_mistakes(around, None, ["fr"]), around)
    assert (circle["place"], circle["condition"]) == ("one fr", "section:one")


def test_outline_and_changes() -> None:
    old = form(text("a"), text("b"))
    new = form(
        text("a", label={"fr": "A"}),
        {"code": "m", "kind": "money", "label": {}},
        when={"on": "a", "op": "answered"},
    )
    told = outline(new, definition_mistakes(new, None, ["fr", "nl"]), ["fr", "nl", "en"])
    assert (told[0]["title"], told[0]["when"], told[0]["missing"], told[0]["wrong"]) == (
        "one fr",
        "« A » a reçu une réponse",
        ["en"],
        True,
    )
    assert [(f["label"], str(f["kind"]), f["missing"], f["wrong"]) for f in told[0]["fields"]] == [
        ("A", str(KINDS[Kind.SHORT_TEXT]), ["nl", "en"], True),
        ("m", str(KINDS[Kind.MONEY]), ["fr", "nl", "en"], True),
    ]
    rows = changes_told(changes(old, new), old, new)
    assert [(r["name"], r["what"], r["loses"], r["stays"]) for r in rows] == [
        ("one fr", "autres règles", False, False), ("A", "autre texte", False, True), ("m", "nouveau", False, False), ("b fr", "retiré", True, False),
    ]  # fmt: skip
    from jumelage.foundation.questionnaires.rules.changes import Change, Changed

    assert (
        changes_told([Changed("gone", "gone", (Change.REMOVED,), is_section=True)], old, new)[0][
            "name"
        ]
        == "gone"
    )


def test_answers_are_read_back() -> None:
    one = answers_shown(EVERY, ANSWERS, {"track": "coop"})
    assert [section["code"] for section in one] == ["one"]
    items = {item["code"]: item for item in one[0]["items"]}
    assert items["money"]["paragraphs"] == ["douze"]
    assert items["choices"]["paragraphs"] == ["Eau, gone"]
    assert items["country"]["paragraphs"] == ["Guinée"]
    assert items["place"]["paragraphs"] == ["Nom : Labé", "Pays : Guinée"]
    assert items["organisation"]["paragraphs"][1].endswith("12")
    assert items["file"]["paragraphs"] == ["lettre.pdf"]
    assert items["statement"]["paragraphs"] == ["Accepté"]
    assert items["table"]["tables"][0]["rows"] == [["Puits", "1\u202f234,50\xa0€"]]
    captions = [table["caption"] for table in items["budget"]["tables"]]
    assert captions == ["Coûts", "Autres recettes", "Apports en nature", "Ressources"]
    assert items["budget"]["tables"][0]["rows"][1] == ["Frais", "", "?"]
    assert items["budget"]["tables"][0]["foot"] == ["Total", "1\u202f000\xa0€"]
    assert not items["person"]["answered"]
    assert answers_shown(EVERY, ANSWERS, {"track": "coop"}, section="two") == []
    page = render_to_string("questionnaires/components/answers.html", {"sections": one})
    assert "Pas de réponse" in page
    assert "<caption>Coûts</caption>" in page
    assert (
        answers_shown(
            form({"code": "b", "kind": "budget", "label": words("b")}), {"b": {"ask_cents": 5}}, {}
        )[0]["items"][0]["tables"]
        == []
    )


def test_lists_without_lines_are_left_out() -> None:
    budget = {"budget": {"costs": [{"category": "travel", "cents": 5}], "ask_cents": 5}}
    items = answers_shown(EVERY, budget, {})[0]["items"]
    tables = next(item for item in items if item["code"] == "budget")["tables"]
    assert [table["caption"] for table in tables] == ["Coûts", "Ressources"]


def test_what_lost_its_question_stays_readable() -> None:
    left = left_shown({LEFT_BEHIND: {"short": "mon texte", "unknown": "x"}}, EVERY)
    assert [(one["label"], one["paragraphs"]) for one in left] == [("short fr", ["mon texte"])]


def test_values_in_words() -> None:
    assert value_words(EVERY.by_code["money"], None) == ""
    assert value_words(EVERY.by_code["country"], "ZZ") == "ZZ"
    assert value_words(EVERY.by_code["short"], "x") == "x"


def test_the_empty_form_says_conditions_and_leaves_other_tracks_out() -> None:
    coop = blank_form(EVERY, {"track": "coop"})
    assert [section["title"] for section in coop] == ["one fr"]
    both = blank_form(EVERY, {}, {"track": {"ecm": "Éducation"}})
    assert both[1]["when"] == "« Volet » est « Éducation »"
    items = {item["label"]: item for item in coop[0]["items"]}
    assert items["table fr"]["tables"][0]["heads"] == ["what fr", "cost fr"]
    assert items["choice fr"]["choices"] == ["Eau", "y fr"]
    assert [table["caption"] for table in items["budget fr"]["tables"]] == [
        "Coûts",
        "Autres recettes",
        "Apports en nature",
        "Ressources",
    ]
    live = blank_form(LIVE, {})
    assert live[0]["items"][1]["when"] == "« a fr » est « oui »"
    # What the track settles is not asked of the reader again.
    ecm = blank_form(LIVE, {"track": "ecm"})[0]["items"]
    assert [item["when"] for item in ecm][2] == ""
    assert live[0]["items"][2]["when"] != ""
    plain = blank_form(
        form(
            {
                "code": "b",
                "kind": "budget",
                "label": words("b"),
                "budget": {**BUDGET, "in_kind": False},
            }
        ),
        {},
    )
    assert "Apports en nature" not in [table["caption"] for table in plain[0]["items"][0]["tables"]]


@pytest.mark.parametrize(("language", "label"), [("fr", "short fr"), ("nl", "short nl")])
def test_the_empty_form_is_an_accessible_pdf(language: str, label: str) -> None:
    content = paper_form(
        EVERY,
        title=words("Appel"),
        language=language,
        track="ecm",
        names={"track": {"ecm": "Éducation"}},
        city="Ville",
    )
    pdf = PdfReader(BytesIO(content))
    text_of = "\n".join(page.extract_text() for page in pdf.pages)
    assert label in text_of
    assert "Éducation" in text_of
    assert pdf.trailer["/Root"]["/Lang"].startswith(language)
    assert b"pdfuaid" in content
    assert (
        "fr"
        in PdfReader(BytesIO(paper_form(LIVE, title={"en": "Form"}, language="fr"))).trailer[
            "/Root"
        ]["/Lang"]
    )


def test_without_a_budget_the_page_still_stands() -> None:
    assert "b fr" in shown({}, form({"code": "b", "kind": "budget", "label": words("b")}))
