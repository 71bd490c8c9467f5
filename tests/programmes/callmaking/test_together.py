"""Two clerks at one moment, or one who clicks twice."""

import time

import pytest

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.questionnaires.models import Form
from jumelage.programmes.callmaking.services.clone_call import clone_call
from jumelage.programmes.calls.models import Call
from tests.factories.applications import a_call
from tests.programmes.applications.test_together import MEANWHILE, beside

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_clicks_make_one_call_with_one_form(settings, tmp_path):
    settings.AUDIT_HEAD_FILE = tmp_path / "head"
    call = a_call()
    forms = Form.objects.count()

    def clone() -> Call:
        return clone_call(call, year=2028, slug="2028")

    def first() -> None:
        clone()
        time.sleep(MEANWHILE)

    with pytest.raises(Refused, match="call-slug-taken"), beside(clone):
        first()
    assert Call.objects.filter(slug="2028").count() == 1
    assert Form.objects.count() == forms + 1
