"""The choices of a question: added, ordered, taken out, helped."""

import pytest
from django.test import Client

from jumelage.foundation.questionnaires.choices import Act
from jumelage.foundation.questionnaires.models import Form
from jumelage.foundation.questionnaires.services.add_form import add_form
from jumelage.foundation.questionnaires.services.publish_form import publish_form
from tests.factories.staff import at_desk
from tests.foundation.formbuilder.pages import CHOICES, WHOLE, at, inputs_of, now
from tests.foundation.questionnaires.forms import forms, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Client:
    return at_desk(Act.EDIT, Act.PUBLISH, language="fr")


@pytest.fixture
def made() -> Form:
    form = add_form("appel", words("appel"), definition=WHOLE, actor=None)
    publish_form(form)
    return form


def test_choices_are_added_ordered_and_taken_out(desk: Client, made: Form) -> None:
    sent = inputs_of(desk.get(at("-field", "c")))
    sent |= {
        "choices-2-label__fr": "Peut-être",
        "choices-2-label__nl": "Misschien",
        "choices-1-order": "0",
        "choices-0-DELETE": "on",
    }
    assert desk.post(at("-field", "c"), sent).status_code == 302
    assert [(c.code, c.label.get("fr")) for c in now(made).by_code["c"].choices] == [
        ("non", "Non"),
        ("peut_etre", "Peut-être"),
    ]
    again = inputs_of(desk.get(at("-field", "c")))
    again |= {"choices-0-order": "9", "choices-1-order": "1"}
    desk.post(at("-field", "c"), again)
    assert [c.code for c in now(made).by_code["c"].choices] == ["peut_etre", "non"]


def test_the_help_of_a_choice_stays(desk: Client) -> None:
    help_ = {"fr": "Une aide", "nl": "Hulp"}
    field = {"code": "c", "kind": "choices", "label": words("c")}
    field |= {"choices": [{**CHOICES[0], "help": help_}, CHOICES[1]]}
    whole = forms([{"code": "one", "title": words("one"), "fields": [field]}])
    form = add_form("appel", words("appel"), definition=whole, actor=None)
    sent = inputs_of(desk.get(at("-field", "c"))) | {"choices-1-label__fr": "Pas du tout"}
    assert desk.post(at("-field", "c"), sent).status_code == 302
    first, second = now(form).by_code["c"].choices
    assert (first.help, second.help) == (help_, None)
    assert second.label["fr"] == "Pas du tout"


def test_a_choice_gets_a_help_where_it_is_shown(desk: Client, made: Form) -> None:
    sent = inputs_of(desk.get(at("-field", "c")))
    sent |= {"choices-0-help__fr": "Si vous hésitez", "choices-0-help__nl": "Bij twijfel"}
    assert desk.post(at("-field", "c"), sent).status_code == 302
    first, second = now(made).by_code["c"].choices
    assert (first.help, second.help) == ({"fr": "Si vous hésitez", "nl": "Bij twijfel"}, None)
    assert "Si vous hésitez" in desk.get(at("-preview")).content.decode()
    assert 'name="costs-0-help__fr"' not in desk.get(at("-field", "b")).content.decode()


def test_the_help_of_a_choice_in_a_column_stays(desk: Client) -> None:
    choice = {**CHOICES[0], "help": {"fr": "Une aide", "nl": "Hulp"}}
    column = {"code": "x", "kind": "choice", "label": words("x"), "choices": [choice]}
    table = {"code": "t", "kind": "table", "label": words("t"), "columns": [column]}
    whole = forms([{"code": "one", "title": words("one"), "fields": [table]}])
    form = add_form("appel", words("appel"), definition=whole, actor=None)
    page = desk.get(at("-field", "t.x"))
    assert 'name="choices-0-help__fr"' not in page.content.decode()
    sent = inputs_of(page) | {"choices-0-label__fr": "Certes"}
    assert desk.post(at("-field", "t.x"), sent).status_code == 302
    (kept,) = now(form).by_code["t"].columns[0].choices
    assert (kept.label["fr"], kept.help) == ("Certes", choice["help"])
