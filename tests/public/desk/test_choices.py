"""What goes into the journal is chosen by a person: no form of the desk chooses the first answer for them."""

import pytest
from django.core.exceptions import ValidationError
from django.forms import Form

from jumelage.city.dossiers.forms.desk import RegisterForm
from jumelage.programmes.applying.forms.desk import CompletionForm, LateCodeForm
from jumelage.programmes.fairtrade.forms.desk import CheckForm


@pytest.mark.parametrize(
    ("form", "name"),
    [
        (RegisterForm, "answer"),
        (CheckForm, "answer"),
        (LateCodeForm, "reason"),
        (CompletionForm, "reason"),
    ],
)
def test_nothing_is_chosen_beforehand(form: type[Form], name: str) -> None:
    field = form.base_fields[name]
    assert next(iter(field.choices))[0] == ""
    assert field.initial is None
    with pytest.raises(ValidationError):
        field.clean("")
