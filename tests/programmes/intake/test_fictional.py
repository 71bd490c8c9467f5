"""Fictional applications: valid, marked, made by the services, only in a demonstration."""

from io import StringIO
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command
from stdnum import iban
from stdnum.be import vat

from jumelage.city.dossiers.models import Dossier
from jumelage.foundation.accounts.models import User
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.choices import State
from jumelage.programmes.applications.models import Application
from jumelage.programmes.applications.queries.answers import draft_of
from jumelage.programmes.intake.queries.fictional import next_fictional_number
from jumelage.programmes.intake.rules.fiction import FORMS, Twin, applicant
from jumelage.programmes.intake.rules.fiction_answers import Answerer, ask_cents
from jumelage.programmes.intake.services.make_fictional import make_fictional_application
from tests.factories.applications import NOW, a_call, a_version, definition

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _demo(settings):
    settings.DEMO = True


@pytest.mark.parametrize("number", [1, 2, 13, 500, 5000])
def test_numbers_are_valid_and_of_nobody(number):
    who = applicant(number)
    assert iban.is_valid(who.iban)
    assert who.iban[4:7] == "999"
    assert who.enterprise_number == "" or vat.is_valid(who.enterprise_number)
    assert who.email.endswith(".example")
    assert "ficti" in who.name.lower()


def test_one_in_ten_shares_each_thing_with_the_one_before():
    shared = [applicant(number).shares for number in range(11, 21)]
    assert {one for one in shared if one} == set(Twin)
    assert applicant(1).shares is None
    assert applicant(13).iban == applicant(12).iban
    assert applicant(15).text_number == 14
    assert applicant(17).people[0] == applicant(16).people[0]
    assert applicant(19).street == applicant(18).street
    assert applicant(15).language == applicant(14).language


def test_every_form_and_both_languages_come():
    some = [applicant(number) for number in range(1, 25)]
    assert {one.legal_form for one in some} == set(FORMS)
    assert {one.language for one in some} == {"fr", "nl"}


@pytest.mark.parametrize(("cap", "least"), [(800_000, 100_000), (None, None), (5_000, 4_000)])
def test_what_is_asked_is_within_the_limits(cap, least):
    for number in range(60):
        asked = ask_cents(number, cap_cents=cap, minimum_cents=least)
        assert asked >= (least or 0)
        assert asked <= max(cap or 500_000, 10_000)


@pytest.mark.parametrize("number", range(1, 9))
def test_a_draft_is_ready_to_be_deposited_for_every_legal_form(number):
    found = make_fictional_application(a_call(), number, now=NOW, deposit=False, twins=False)
    assert found.state == State.DRAFT
    assert draft_of(found).left == 0
    assert "fictive" in found.title or "fictieve" in found.title


def test_a_section_of_files_alone_is_filled_by_files():
    raw = definition()
    raw["sections"][2]["fields"] = raw["sections"][2]["fields"][:1]
    found = make_fictional_application(
        a_call(a_version(raw=raw).form), 1, now=NOW, deposit=False, twins=False
    )
    assert draft_of(found).left == 0
    assert found.attachments.get().field == "letter"
    assert set(found.sections.values_list("code", flat=True)) == {"project", "money"}


def test_every_kind_of_question_has_an_answer():
    def field(kind, code="x", **given):
        known = {"limit": None, "choices": (), "columns": (), "rows_least": 0, "budget": None}
        return SimpleNamespace(kind=kind, code=code, **{**known, **given})

    who = Answerer(number=3, text_number=2, language="nl", year=2027, ask_cents=400_000)
    assert who.answer(field("file")) is None
    assert who.answer(field("date", "starts_on")) == "2028-02-04"
    assert who.answer(field("date", "ends_on")) == "2028-11-04"
    assert who.answer(field("money")) == 400_000
    assert "Fictieve gegevens" in who.answer(field("place"))["name"]
    assert "fictive" in who.answer(field("person"))["name"]
    rows = who.answer(field("table", columns=(field("number", "many"),), rows_least=3))
    assert rows == [{"many": 23}] * 3
    one = SimpleNamespace(code="staff", eligible=True)
    other = SimpleNamespace(code="rent", eligible=False)
    budget = who.answer(field("budget", budget=SimpleNamespace(costs=(one, other))))
    assert sum(line["cents"] for line in budget["costs"]) == 440_000
    assert {line["category"] for line in budget["costs"]} == {"staff"}
    assert len(who.answer(field("long_text", limit=40))) == 40


def test_a_deposit_has_a_number_and_its_twin_the_same_organisation():
    call = a_call()
    first = make_fictional_application(call, 10, now=NOW)
    second = make_fictional_application(call, 11, now=NOW)
    assert {first.state, second.state} == {State.DEPOSITED}
    assert first.organisation_id == second.organisation_id
    assert Dossier.objects.count() == 1
    assert "données fictives" in first.title or "fictieve gegevens" in first.title


def test_without_twins_each_has_its_own_user():
    call = a_call()
    for number in (10, 11):
        make_fictional_application(call, number, now=NOW, deposit=False, twins=False)
    assert User.objects.filter(email__startswith="fictif-").count() == 2


def test_a_draft_may_be_barely_begun():
    found = make_fictional_application(a_call(), 1, now=NOW, deposit=False, complete=False)
    assert draft_of(found).left > 0


def test_only_in_a_demonstration(settings):
    settings.DEMO = False
    with pytest.raises(Refused, match="demo-only"):
        make_fictional_application(a_call(), 1, now=NOW)
    with pytest.raises(CommandError, match="JUMELAGE_DEMO"):
        call_command("demo_applications")


def test_a_call_without_tracks_or_publication_has_no_form():
    call = a_call()
    call.current = None
    with pytest.raises(Refused, match="call-without-form"):
        make_fictional_application(call, 1, now=NOW)


def test_the_command_goes_on_where_it_stopped(monkeypatch):
    call = a_call()
    monkeypatch.setattr(
        "jumelage.programmes.intake.management.commands.demo_applications.timezone.now", lambda: NOW
    )
    out = StringIO()
    call_command("demo_applications", "--count", "10", "--deposited-share", "0.5", stdout=out)
    assert "10 fictional applications, 5 deposited." in out.getvalue()
    assert next_fictional_number() == 12  # the eleventh may stand in the dossier of the tenth
    call_command("demo_applications", "--count", "1", "--call", call.slug, stdout=out)
    assert Application.objects.filter(call=call).count() == 11


def test_the_command_names_what_is_not_there():
    with pytest.raises(CommandError, match=r"open|ouvert"):
        call_command("demo_applications")
    with pytest.raises(CommandError, match=r"open|ouvert"):
        call_command("demo_applications", "--call", "nowhere")


def test_the_command_says_what_is_refused():
    call = a_call()
    with pytest.raises(CommandError, match=r"\w"):
        call_command(
            "demo_applications", "--call", call.slug
        )  # the call of the tests is not open today
