"""The desk's pages: a clerk builds a form without scripts; two clerks meet; nothing typed is lost."""

import json
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from jumelage.foundation.audit.models import Entry
from jumelage.foundation.questionnaires.choices import Act
from jumelage.foundation.questionnaires.models import Form
from jumelage.foundation.questionnaires.queries import forms as queries
from jumelage.foundation.questionnaires.queries.answering import Group, Test
from jumelage.foundation.questionnaires.queries.forms import (
    FormUse,
    current_version,
    working_copy,
)
from jumelage.foundation.questionnaires.services.add_form import add_form
from jumelage.foundation.questionnaires.services.publish_form import publish_form
from tests.factories.staff import at_desk
from tests.foundation.formbuilder.pages import WHOLE, at, inputs_of, now
from tests.foundation.questionnaires.forms import text, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Client:
    return at_desk(Act.EDIT, Act.PUBLISH, language="fr")


@pytest.fixture
def made() -> Form:
    form = add_form("appel", words("appel"), definition=WHOLE, actor=None)
    publish_form(form)
    return form


def test_doors(made: Form) -> None:
    addresses = [
        reverse("desk-forms"), reverse("desk-form-add"), at(""), at("-publish"), at("-export", "yaml"), at("-bring-in"), at("-paper"),
        at("-preview"), at("-section-add"), at("-section", "one"), at("-field-add", "one"), at("-field", "a"), at("-condition", "a"), at("-remove", "a"),
    ]  # fmt: skip
    reads = {
        reverse("desk-forms"),
        at(""),
        at("-publish"),
        at("-export", "yaml"),
        at("-paper"),
        at("-preview"),
    }
    editor, publisher, other = at_desk(Act.EDIT), at_desk(Act.PUBLISH), at_desk("registers.read")
    for address in addresses:
        assert Client().get(address).status_code == 302
        assert other.get(address).status_code == 403, address
        assert editor.get(address).status_code == 200, address
        assert publisher.get(address).status_code == (200 if address in reads else 403), address
    assert editor.get(reverse("desk-form", args=["gone"])).status_code == 404
    assert editor.post(at("-move", "a"), {"to": "down"}).status_code == 302
    assert editor.post(at("-publish")).status_code == 403
    assert publisher.post(at("-move", "a"), {"to": "up"}).status_code == 403
    assert current_version(made).number == 1  # type: ignore[union-attr]


def test_what_is_not_there(desk: Client, made: Form) -> None:
    for address in (at("-section", "x"), at("-field-add", "x"), at("-field", "x"), at("-field", "t.z"), at("-condition", "x"), at("-condition", "section:x"), at("-remove", "section:x"), at("-remove", "x"), at("-export", "exe")):  # fmt: skip
        assert desk.get(address).status_code == 404, address


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_same_number_of_questions(
    desk: Client, number: int, django_assert_num_queries: Any
) -> None:
    for one in range(number):
        add_form(f"form-{one}", words(f"form-{one}"), actor=None)
    desk.get(reverse("desk-forms"))
    with django_assert_num_queries(10):
        page = desk.get(reverse("desk-forms"))
    assert page.content.decode().count("En rédaction") == number


def test_a_form_is_added_and_copied(desk: Client, made: Form) -> None:
    add = reverse("desk-form-add")
    wrong = desk.post(add, {"slug": "appel", "title__fr": "Mon appel"})
    assert wrong.status_code == 422
    assert "Un autre formulaire porte le nom court « appel »" in wrong.content.decode()
    assert 'value="Mon appel"' in wrong.content.decode()
    desk.post(add, {"slug": "neuf", "title__fr": "Neuf", "title__nl": "Nieuw"})
    assert Form.objects.get(slug="neuf").title == {"fr": "Neuf", "nl": "Nieuw"}
    copy = desk.get(f"{add}?from=appel")
    assert 'value="appel fr"' in copy.content.decode()
    desk.post(f"{add}?from=appel", {"slug": "copie", "title__fr": "Copie"})
    assert now(Form.objects.get(slug="copie")) == WHOLE


def test_sections_are_added_and_changed(desk: Client, made: Form) -> None:
    done = desk.post(at("-section-add"), {"title__fr": "Réseau", "title__nl": "Netwerk"})
    assert done.headers["Location"] == f"{at('')}#reseau"
    assert desk.post(at("-section-add"), {"title__fr": ""}).status_code == 302
    assert [s.code for s in now(made).sections] == ["one", "two", "reseau", "section"]
    page = desk.get(at("-section", "one"))
    assert page.status_code == 200
    desk.post(at("-section", "one"), {**inputs_of(page), "intro__fr": "Bonjour"})
    assert now(made).sections[0].intro == {"fr": "Bonjour"}
    assert desk.get(at("-section", "one")).context["form"].initial["intro__fr"] == "Bonjour"


def test_a_question_is_added_and_its_rules_set(desk: Client, made: Form) -> None:
    done = desk.post(at("-field-add", "one"), {"label__fr": "Déjà fait ?", "kind": "long_text"})
    assert done.headers["Location"] == at("-field", "deja_fait")
    assert desk.post(at("-field-add", "one"), {"kind": "poem"}).status_code == 422
    page = desk.get(at("-field", "deja_fait"))
    sent = {
        **inputs_of(page),
        "label__nl": "Al gedaan?",
        "limit": "900",
        "unit": "words",
        "required": "on",
        "article": "4.2",
    }
    assert desk.post(at("-field", "deja_fait"), sent).status_code == 302
    field = now(made).by_code["deja_fait"]
    assert (field.label, field.limit, field.unit, field.required, field.article) == (
        {"fr": "Déjà fait ?", "nl": "Al gedaan?"},
        900,
        "words",
        True,
        "4.2",
    )
    again = desk.get(at("-field", "deja_fait"))
    desk.post(at("-field", "deja_fait"), {**inputs_of(again), "limit": ""})
    assert now(made).by_code["deja_fait"].limit is None


def test_bounds_are_read_as_answers_are(desk: Client, made: Form) -> None:
    for code, sent, kept in (
        ("m", "1.234,50", 123450),
        ("d", "1/2/2027", "2027-02-01"),
        ("n", "2,5", "2.5"),
    ):
        page = desk.get(at("-field", code))
        assert (
            desk.post(at("-field", code), {**inputs_of(page), "maximum": sent}).status_code == 302
        )
        assert now(made).by_code[code].maximum == kept
    assert now(made).by_code["m"].minimum == 150
    page = desk.get(at("-field", "m"))
    wrong = desk.post(at("-field", "m"), {**inputs_of(page), "minimum": "peu"})
    assert wrong.status_code == 422
    assert "« peu » n’est pas un montant." in wrong.content.decode()
    assert 'value="peu"' in wrong.content.decode()


def test_a_day_is_told_before_which_it_may_not_come(desk: Client, made: Form) -> None:
    assert 'name="not_before"' not in desk.get(at("-field", "m")).content.decode()
    desk.post(at("-field-add", "two"), {"label__fr": "Fin", "label__nl": "Einde", "kind": "date"})
    page = desk.get(at("-field", "fin"))
    assert '<option value="d">d fr</option>' in page.content.decode()
    sent = {**inputs_of(page), "not_before": "d"}
    assert desk.post(at("-field", "fin"), sent).status_code == 302
    assert now(made).by_code["fin"].not_before == "d"
    assert desk.post(at("-field", "fin"), {**sent, "not_before": "m"}).status_code == 422
    page = desk.get(at("-field", "fin"))
    assert '<option value="d" selected>' in page.content.decode()
    desk.post(at("-field", "fin"), {**inputs_of(page), "not_before": ""})
    assert now(made).by_code["fin"].not_before == ""


def test_the_budget_is_built(desk: Client, made: Form) -> None:
    sent = inputs_of(desk.get(at("-field", "b")))
    assert "costs-1-eligible" not in sent
    sent |= {
        "cap_cents": "8 000",
        "share_percent": "80",
        "cap_article": "7",
        "costs-1-eligible": "on",
        "income-1-label__fr": "Ventes",
        "income-1-label__nl": "Verkoop",
    }
    assert desk.post(at("-field", "b"), sent).status_code == 302
    budget = now(made).by_code["b"].budget
    assert budget
    assert (budget.cap_cents, budget.share_percent, budget.cap_article, budget.minimum_cents) == (
        800_000,
        80,
        "7",
        None,
    )
    assert [(c.code, c.eligible) for c in budget.costs] == [("travel", True), ("running", True)]
    assert [c.code for c in budget.income] == ["gifts", "ventes"]
    assert inputs_of(desk.get(at("-field", "b")))["cap_cents"] == "8000"
    wrong = desk.post(at("-field", "b"), {**sent, "cap_cents": "beaucoup"})
    assert wrong.status_code == 422
    desk.post(at("-field-add", "two"), {"label__fr": "Autre budget", "kind": "budget"})
    assert now(made).by_code["autre_budget"].budget


def test_columns_are_added_moved_and_changed(desk: Client, made: Form) -> None:
    done = desk.post(at("-field-add", "t"), {"label__fr": "Début", "kind": "date"})
    assert done.headers["Location"] == at("-field", "t.debut")
    assert (
        desk.post(at("-field-add", "t"), {"label__fr": "Non", "kind": "table"}).status_code == 422
    )
    page = desk.get(at("-field", "t.debut"))
    table = at("-field", "t")
    assert [step["url"] for step in page.context["trail"]][1:] == [at(""), table]
    assert f'<a href="{table}">' in desk.get(at("-field-add", "t")).content.decode()
    saved = desk.post(at("-field", "t.debut"), {**inputs_of(page), "required": "on"})
    assert saved.headers["Location"] == f"{table}#columns"
    desk.post(at("-move", "t.debut"), {"to": "up"})
    assert [(c.code, c.required) for c in now(made).by_code["t"].columns] == [
        ("x", False),
        ("debut", True),
        ("y", False),
    ]
    desk.post(at("-remove", "t.x"))
    assert [c.code for c in now(made).by_code["t"].columns] == ["debut", "y"]
    assert at("-field", "t.debut") in desk.get(at("-field", "t")).content.decode()


def test_a_question_and_a_column_are_added_where_they_belong(desk: Client, made: Form) -> None:
    desk.post(at("-field-add", "one"), {"label__fr": "Où", "kind": "place", "before": "c"})
    desk.post(at("-field-add", "t"), {"label__fr": "Qui", "kind": "short_text", "before": "x"})
    assert [one.code for one in now(made).sections[0].fields][:3] == ["a", "ou", "c"]
    assert [one.code for one in now(made).by_code["t"].columns] == ["qui", "x", "y"]


def test_parts_are_moved_and_taken_out(desk: Client, made: Form) -> None:
    desk.post(at("-move", "section:two"), {"to": "up"})
    desk.post(at("-move", "a"), {"to": "down"})
    assert [s.code for s in now(made).sections] == ["two", "one"]
    assert [f.code for f in now(made).sections[1].fields][:2] == ["c", "a"]
    ask = desk.get(at("-remove", "section:one")).content.decode()
    assert "one fr" in ask
    assert "avec ses 5 questions" in ask
    desk.post(at("-remove", "section:one"))
    assert [s.code for s in now(made).sections] == ["two"]
    gone = desk.post(at("-move", "a"), {"to": "up"}, follow=True)
    assert "Entre-temps, quelqu’un a retiré « a » de ce formulaire." in gone.content.decode()
    assert desk.get(at("-move", "c")).status_code == 405


def test_a_condition_is_chosen_and_taken_away(desk: Client, made: Form) -> None:
    address = at("-condition", "a")
    page = desk.get(address)
    assert '<option value="Oui"></option>' in page.content.decode()
    sent = {**inputs_of(page), "join": "any", "join-0": "all", "join-1": "none"}
    sent |= {
        "on-0-0": "c",
        "op-0-0": "eq",
        "value-0-0": "JA",
        "on-0-1": "m",
        "op-0-1": "gt",
        "value-0-1": "1 000",
        "on-1-0": "d",
        "op-1-0": "answered",
    }
    assert desk.post(address, sent).status_code == 302
    when = now(made).by_code["a"].when
    assert isinstance(when, Group)
    assert when.join == "any"
    assert when.of[0] == Group("all", (Test("c", "eq", "oui"), Test("m", "gt", 100_000)))  # type: ignore[arg-type]
    assert when.of[1] == Group("none", (Test("d", "answered"),))  # type: ignore[arg-type]
    again = desk.get(address)
    assert again.context["deep"] == ""
    assert {
        name: again.context["form"].initial[name] for name in ("join", "join-1", "on-0-1", "op-0-1")
    } == {"join": "any", "join-1": "none", "on-0-1": "m", "op-0-1": "gt"}
    desk.post(
        address, {"marks": again.context["marks"], "join": "all", "join-0": "all", "join-1": "all"}
    )
    assert now(made).by_code["a"].when is None


def test_a_simple_condition_is_told_simply(desk: Client, made: Form) -> None:
    page = desk.get(at("-condition", "section:two"))
    base = {**inputs_of(page), "join": "all", "join-0": "all", "join-1": "all"}
    sent = {**base, "on-0-0": "b.ask_cents", "op-0-0": "ge", "value-0-0": "5"}
    desk.post(at("-condition", "section:two"), sent)
    assert now(made).sections[1].when == Test("b.ask_cents", "ge", 500)  # type: ignore[arg-type]
    page = desk.get(at("-condition", "section:two"))
    assert page.context["form"].initial["value-0-0"] == "5"
    none = {
        **base,
        "marks": page.context["marks"],
        "join": "none",
        "on-0-0": "context.track",
        "op-0-0": "eq",
        "value-0-0": "ecm",
    }
    desk.post(at("-condition", "section:two"), none)
    assert now(made).sections[1].when == Group("none", (Test("context.track", "eq", "ecm"),))  # type: ignore[arg-type]
    assert '<option value="ecm"></option>' in desk.get(at("-condition", "a")).content.decode()
    page = desk.get(at("-condition", "d"))
    sent = {
        **base,
        "marks": page.context["marks"],
        "on-0-0": "d",
        "op-0-0": "lt",
        "value-0-0": "demain",
    }
    wrong = desk.post(at("-condition", "d"), sent)
    assert wrong.status_code == 422
    assert "« demain » n’est pas une date." in wrong.content.decode()
    for code, value in (("d", "1/2/2027"), ("a", "x"), ("c", "inconnu")):
        page = desk.get(at("-condition", "n"))
        sent = {
            **base,
            "marks": page.context["marks"],
            "on-0-0": code,
            "op-0-0": "eq",
            "value-0-0": value,
        }
        assert desk.post(at("-condition", "n"), sent).status_code == 302
        kept = {"d": "2027-02-01"}.get(code, value)
        assert now(made).by_code["n"].when == Test(code, "eq", kept)  # type: ignore[arg-type]


def test_a_condition_deeper_than_the_lists_says_so(desk: Client, made: Form) -> None:
    deep = {
        "join": "all",
        "of": [
            {
                "join": "any",
                "of": [
                    {"join": "none", "of": [{"on": "c", "op": "answered"}]},
                    {"on": "d", "op": "answered"},
                ],
            }
        ],
    }
    told = {
        "sections": [
            {
                "code": "one",
                "title": words("one"),
                "fields": [text("c"), text("d"), text("a", when=deep)],
            }
        ]
    }
    desk.post(at("-bring-in"), {"text": json.dumps(told)})
    page = desk.get(at("-condition", "a")).content.decode()
    assert "Cette condition est plus profonde" in page


def test_two_editors_see_both_texts_and_the_second_chooses(desk: Client, made: Form) -> None:
    other = at_desk(Act.EDIT, language="fr")
    mine, theirs = (inputs_of(browser.get(at("-field", "a"))) for browser in (desk, other))
    assert other.post(at("-field", "a"), {**theirs, "label__fr": "Le leur"}).status_code == 302
    refused = desk.post(at("-field", "a"), {**mine, "label__fr": "Le mien"})
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "quelqu’un d’autre a modifié cette partie" in page
    assert "Le leur" in page
    assert 'value="Le mien"' in page
    assert now(made).by_code["a"].label["fr"] == "Le leur"
    # Saved again, knowing it.
    again = {**mine, "label__fr": "Le mien", "marks": refused.context["marks"]}
    assert desk.post(at("-field", "a"), again).status_code == 302
    assert now(made).by_code["a"].label["fr"] == "Le mien"
    # Another part of the same form is no clash.
    late = inputs_of(desk.get(at("-field", "c")))
    other.post(
        at("-field", "a"), {**inputs_of(other.get(at("-field", "a"))), "label__fr": "Encore"}
    )
    assert desk.post(at("-field", "c"), late).status_code == 302


def test_a_part_taken_out_meanwhile_keeps_what_was_typed(desk: Client, made: Form) -> None:
    page = desk.get(at("-section", "two"))
    gone: list[Any] = []

    def then_remove(*args: Any, **kwargs: Any) -> Any:
        if not gone:
            gone.append(1)
            at_desk(Act.EDIT, language="fr").post(at("-remove", "section:two"))
        return original(*args, **kwargs)

    from jumelage.foundation.formbuilder.backoffice import parts

    original = parts.change_form
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "change_form", then_remove)
        refused = desk.post(at("-section", "two"), {**inputs_of(page), "title__fr": "Mon titre"})
    assert refused.status_code == 422
    assert 'value="Mon titre"' in refused.content.decode()
    assert "Entre-temps, quelqu’un a retiré" in refused.content.decode()


def test_the_overview_links_each_mistake(desk: Client, made: Form) -> None:
    told = {
        "sections": [
            {
                "code": "s",
                "title": {"fr": "S"},
                "fields": [
                    text("a", label={"fr": "A"}),
                    {
                        "code": "t",
                        "kind": "table",
                        "label": words("t"),
                        "columns": [text("x", label={"fr": "X"})],
                    },
                ],
            },
            {"code": "vide", "title": words("v")},
        ]
    }
    desk.post(at("-bring-in"), {"text": json.dumps(told)})
    page = desk.get(at("")).content.decode()
    for address in (
        at("-field", "a"),
        at("-field", "t.x"),
        at("-section", "s"),
        at("-section", "vide"),
    ):
        assert f'<a href="{address}">' in page
    assert "Question : le texte manque en Nederlands." in page
    told["sections"][0]["fields"][0]["when"] = {"on": "a", "op": "answered"}
    told["sections"][1]["when"] = {"on": "gone", "op": "answered"}
    desk.post(at("-bring-in"), {"text": json.dumps(told)})
    page = desk.get(at("")).content.decode()
    assert '<a href="#vide">v fr</a>' in page
    for address in (at("-condition", "a"), at("-condition", "section:vide")):
        assert f'<li><a href="{address}">' in page
    publish = desk.get(at("-publish"))
    assert "Publier cette version" not in publish.content.decode()
    refused = desk.post(at("-publish"))
    assert refused.status_code == 422
    assert current_version(made).number == 1  # type: ignore[union-attr]


def test_publishing_shows_what_changes_for_drafts(
    desk: Client, made: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    use = FormUse(label="Appel 2027", address="/x", tracks={"ecm": "Éducation"}, drafts=2, number=1)
    monkeypatch.setattr(queries, "declared", lambda *_: iter([lambda _form: [use]]))
    desk.post(at("-remove", "a"))
    page = desk.get(at("-publish")).content.decode()
    assert "2 brouillons passeront à cette version" in page
    assert "gardées à part pour le candidat" in page
    overview = desk.get(at("")).content.decode()
    assert '<a href="/x">Appel 2027</a>' in overview
    assert "Éducation" in overview
    assert 'id="behind"' not in overview
    done = desk.post(at("-publish"), follow=True)
    told = done.content.decode()
    assert "La version 2 est publiée." in told
    assert "n’ont pas encore la version 2" in told
    assert '<a href="/x">Appel 2027</a> – la version 1 est à remplir' in told
    assert Entry.objects.order_by("-id").first().act == "questionnaires.publish"  # type: ignore[union-attr]
    same = desk.post(at("-publish"))
    assert same.status_code == 422
    assert "Rien ne diffère de la version publiée." in same.content.decode()


def test_the_first_version_and_an_empty_form(desk: Client) -> None:
    add_form("appel", words("appel"), actor=None)
    assert "Commencez par une section" in desk.get(at("")).content.decode()
    assert "première version" in desk.get(at("-publish")).content.decode()
    assert desk.get(at("-preview")).status_code == 404


@pytest.mark.parametrize("kind", ["yaml", "json"])
def test_files_go_out_and_come_back(desk: Client, made: Form, kind: str) -> None:
    out = desk.get(at("-export", kind))
    assert out.headers["Content-Disposition"] == f'attachment; filename="appel.{kind}"'
    desk.post(at("-remove", "a"))
    sent = BytesIO(out.content)
    sent.name = f"appel.{kind}"
    assert desk.post(at("-bring-in"), {"file": sent}).status_code == 302
    assert now(made) == WHOLE


def test_a_file_that_cannot_be_read_changes_nothing_and_stays_in_the_box(
    desk: Client, made: Form
) -> None:
    wrong = desk.post(at("-bring-in"), {"text": "sections:\n - {code: A}"})
    page = wrong.content.decode()
    assert wrong.status_code == 422
    assert "« code » doit commencer par une minuscule" in page
    assert "sections:\n - {code: A}" in page
    latin = BytesIO("é".encode("latin-1"))
    latin.name = "x.yaml"
    assert (
        "n’est pas un texte en UTF-8"
        in desk.post(at("-bring-in"), {"file": latin}).content.decode()
    )
    assert working_copy(made) is None


def test_the_empty_form_on_paper(desk: Client, made: Form) -> None:
    for query, label in (("?language=nl", "one nl"), ("?language=xx&track=gone", "one fr")):
        pdf = PdfReader(BytesIO(desk.get(at("-paper") + query).content))
        assert label in pdf.pages[0].extract_text()


def test_the_preview_checks_and_stores_nothing(desk: Client, made: Form) -> None:
    before = Entry.objects.count()
    page = desk.get(f"{at('-preview')}?language=nl&track=gone").content.decode()
    assert "one nl" in page
    wrong = desk.post(at("-preview"), {"f-a": "bien trop\x00 long", "f-m": "1"}).content.decode()
    assert "14 caractères ; la limite est de 5." in wrong
    assert 'href="#f-a"' in wrong
    assert "1 caractère invisible a été retiré du texte collé." in wrong
    assert 'value="bien trop long"' in wrong
    rows = desk.post(f"{at('-preview')}?section=two", {"f-t-0-x": "un", "rows": "add:t"})
    page = rows.content.decode()
    assert 'id="f-t-1-x"' in page
    assert "summary-err" not in page
    assert Entry.objects.count() == before
    assert working_copy(made) is None


def test_the_menu_shows_forms_to_those_who_build_them(made: Form) -> None:
    from django.test import RequestFactory

    from jumelage.foundation.formbuilder.wagtail_hooks import forms_item
    from tests.factories.staff import person

    request = RequestFactory().get("/desk/")
    for acts, seen in (((Act.EDIT,), True), (("registers.read",), False)):
        request.user = person(*acts)
        assert forms_item().is_shown(request) is seen
