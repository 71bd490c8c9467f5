"""What a condition compares with is read as it is written, and shown again so that the next save changes nothing."""

from typing import Any

import pytest

from jumelage.foundation.formbuilder.forms.compared import written_value
from jumelage.foundation.questionnaires.choices import Act
from jumelage.foundation.questionnaires.models import Form
from jumelage.foundation.questionnaires.queries import forms as queries
from jumelage.foundation.questionnaires.queries.answering import (
    Definition,
    Field,
    Kind,
    Operator,
    Section,
    Test,
)
from jumelage.foundation.questionnaires.queries.forms import FormUse
from jumelage.foundation.questionnaires.services.add_form import add_form
from tests.factories.staff import at_desk
from tests.foundation.formbuilder.pages import WHOLE, at, now
from tests.foundation.questionnaires.forms import form, words

pytestmark = pytest.mark.django_db

ABROAD = Section(
    "three",
    words("three"),
    fields=(Field("p", Kind.COUNTRY, words("p")), Field("l", Kind.PLACE, words("l"))),
)


@pytest.fixture
def abroad() -> Form:
    whole = Definition((*WHOLE.sections, ABROAD))
    return add_form("appel", words("appel"), definition=whole, actor=None)


@pytest.mark.parametrize(
    "case",
    [
        ("m", "5.000", 500_000, "5000"),
        ("m", "12,50", 1250, "12,50"),
        ("n", "2,5", "2.5", "2,5"),
        ("n", "10", 10, "10"),
        ("p", "senegal", "SN", "Sénégal"),
        ("p", "GN", "GN", "Guinée"),
        ("l.country", "Guinee", "GN", "Guinée"),
        ("l.name", "Labé", "Labé", "Labé"),
        ("c", "OUI", "oui", "Oui"),
        ("d", "1/2/2027", "2027-02-01", "2027-02-01"),
        ("context.track", "Citoyenneté", "ecm", "Citoyenneté"),
        ("context.track", "autre", "autre", "autre"),
    ],
)
def test_what_a_condition_compares_with_comes_back_as_written(
    monkeypatch: pytest.MonkeyPatch, abroad: Form, case: tuple[str, str, Any, str]
) -> None:
    on, written, kept, shown = case
    desk = at_desk(Act.EDIT, language="fr")
    use = FormUse(label="2027", tracks={"ecm": "Citoyenneté"})
    monkeypatch.setattr(queries, "declared", lambda *_: [lambda _form: [use]])
    address = at("-condition", "section:three")
    for typed in (written, shown):
        page = desk.get(address)
        sent = {"marks": page.context["marks"], "join": "all", "join-0": "all", "join-1": "all"}
        sent |= {"on-0-0": on, "op-0-0": "eq", "value-0-0": typed}
        assert desk.post(address, sent).status_code == 302
        assert now(abroad).sections[2].when == Test(on, "eq", kept)  # type: ignore[arg-type]
        assert desk.get(address).context["form"].initial["value-0-0"] == shown


def test_of_two_choices_with_the_same_words_the_code_is_shown() -> None:
    choices = [{"code": code, "label": words("same")} for code in ("one", "two")]
    twice = form({"code": "c", "kind": "choice", "label": words("c"), "choices": choices})
    shown = [written_value(Test("c", Operator.EQ, code), twice, {}) for code in ("one", "two")]
    assert shown == ["same fr", "two"]


def test_a_country_that_is_none_is_refused_and_a_comparison_without_value_stays_so(
    abroad: Form,
) -> None:
    desk = at_desk(Act.EDIT, language="fr")
    address = at("-condition", "section:three")
    sent = {"join": "all", "join-0": "all", "join-1": "all", "on-0-0": "p", "op-0-0": "eq"}
    wrong = desk.post(address, {**sent, "value-0-0": "Utopie"})
    assert wrong.status_code == 422
    assert "« Utopie » n’est pas un pays." in wrong.content.decode()
    assert '<option value="Sénégal"></option>' in wrong.content.decode()
    assert desk.post(address, {**sent, "op-0-0": "answered"}).status_code == 302
    assert desk.get(address).context["form"].initial["value-0-0"] is None
