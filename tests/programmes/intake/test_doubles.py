"""Doubles: found by what they share, told with the reason, never refused; only to those who see the parts."""

import pytest
from django.urls import reverse

from jumelage.city.organisations.services.merge_organisations import merge_organisations
from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.choices import Likeness, Verdict
from jumelage.programmes.applications.models import Application, Comparison, Deposit, Fingerprint
from jumelage.programmes.applications.queries.files import access_to
from jumelage.programmes.applications.services.depositing.deposit_application import (
    deposit_application,
)
from jumelage.programmes.applications.services.depositing.withdraw_application import (
    withdraw_application,
)
from jumelage.programmes.intake.queries.doubles import doubles_of
from jumelage.programmes.intake.queries.marks import fingerprints_in, keyed
from jumelage.programmes.intake.rules.likeness import alike_share, bands, marks_in, text_in
from jumelage.programmes.intake.services.keep_fingerprints import keep_fingerprints
from jumelage.programmes.intake.services.make_fictional import make_fictional_application
from jumelage.programmes.intake.services.note_comparison import note_comparison
from tests.factories.accounts import UserFactory
from tests.factories.applications import NOW, a_call, a_dossier, an_application, fill, seen_by
from tests.factories.staff import at_desk, person

pytestmark = pytest.mark.django_db
LONG = " ".join(f"mot{number} de la phrase numéro {number}" for number in range(60))


@pytest.fixture(autouse=True)
def _demo(settings):
    settings.DEMO = True


@pytest.fixture
def clerk():
    return person("applications.handle")


def test_what_is_written_for_a_double_can_be_deposited_after_the_merge():
    user, other = UserFactory(), UserFactory()
    mine, theirs = fill(an_application(user), user), fill(an_application(other), other)
    deposit = {"key": "k", "declaration": "Oui", "now": NOW}
    before = deposit_application(theirs, user=other, **deposit)
    kept = a_dossier().organisation
    for access in (mine, theirs):
        merge_organisations(access.application.organisation, kept, confirmed=True)
    assert set(Application.objects.values_list("organisation", flat=True)) == {kept.pk}
    assert deposit_application(seen_by(user, mine.application), user=user, **deposit).number
    assert Deposit.objects.get(pk=before.pk).content == before.content


def test_the_marks_of_a_deposit_are_comparable():
    content = {
        "organisation": {
            "organisation": 7,
            "name": "Les Amis",
            "enterprise_number": "0403019261",
            "account": {"iban": "BE71096123456769", "holder": "Les Amis"},
            "officers": [{"name": "Élise  Du Pont"}, {"name": "elise du pont"}],
            "addresses": [{"street": "Rue Haute 1", "postal_code": "1000", "town": "Bruxelles"}],
        }
    }
    found = {(mark.kind, mark.value): mark.label for mark in marks_in(content)}
    assert found["number", "0403019261"] == "0403.019.261"
    assert found["iban", "BE71096123456769"] == "BE71 0961 2345 6769"
    assert found["person", "elise du pont"]
    assert found["address", "rue haute 1 1000"] == "Rue Haute 1, 1000 Bruxelles"
    assert set(dict(found)) >= {("organisation", "7")}
    assert marks_in({}) == []
    assert marks_in({"organisation": {"account": None}}) == []


def test_prose_is_taken_and_codes_are_not():
    answers = {
        "b": "Deux mots",
        "a": ["code", {"what": "Un texte", "where": "SN"}],
        "c": 12,
        "d": {"raw": " seul "},
    }
    assert text_in({"answers": answers}) == "un texte deux mots"
    assert text_in({}) == ""


def test_nearly_equal_texts_share_a_band_and_others_none():
    changed = LONG.replace("mot3 ", "autre ").replace("mot41 ", "ailleurs ")
    other = " ".join(f"autre{number} chose tout à fait {number * 7}" for number in range(60))
    assert set(bands(LONG)) & set(bands(changed))
    assert not set(bands(LONG)) & set(bands(other))
    assert alike_share(LONG, changed) > 0.9
    assert alike_share(LONG, other) == 0
    assert bands("trop peu de mots") == []


def test_a_fingerprint_names_nobody():
    marks = {"organisation": {"officers": [{"name": "Awa Bah"}]}}
    (found,) = fingerprints_in(marks)
    assert found == ("person", keyed("person", "awa bah"))
    assert "awa" not in found[1]


@pytest.mark.parametrize(
    ("number", "kind"),
    [(13, "iban"), (15, "text"), (17, "person"), (19, "address"), (21, "organisation")],
)
def test_each_reason_is_found_and_told(clerk, number, kind):
    call = a_call()
    first = make_fictional_application(call, number - 1, now=NOW)
    second = make_fictional_application(call, number, now=NOW)
    make_fictional_application(call, 72, now=NOW)  # a stranger to both
    (row,) = doubles_of(clerk, access_to(clerk, second.key))
    assert row.application.pk == first.pk
    assert kind in row.kinds
    assert row.same_call
    assert any(reason.startswith(str(Likeness(kind).label)) for reason in row.reasons)


def test_nothing_is_told_of_drafts_nor_to_those_who_see_less(clerk):
    call = a_call()
    draft = make_fictional_application(call, 12, now=NOW, deposit=False)
    assert doubles_of(clerk, access_to(clerk, draft.key)) == []
    deposited = make_fictional_application(call, 13, now=NOW)
    assert doubles_of(clerk, access_to(clerk, deposited.key)) == []
    make_fictional_application(call, 14, now=NOW)
    alderman = person("applications.read")
    assert doubles_of(alderman, access_to(alderman, deposited.key)) == []


def test_a_withdrawn_one_is_no_double_and_has_no_fingerprints_when_kept_again(clerk):
    call = a_call()
    first = make_fictional_application(call, 12, now=NOW)
    second = make_fictional_application(call, 13, now=NOW)
    access = seen_by(first.created_by, first)
    withdraw_application(access, user=first.created_by, now=NOW)
    assert doubles_of(clerk, access_to(clerk, second.key)) == []
    assert keep_fingerprints(first) == 0
    assert not Fingerprint.objects.filter(application=first).exists()


def test_another_call_is_a_repeat(clerk):
    first = make_fictional_application(a_call(), 20, now=NOW)
    second = make_fictional_application(a_call(), 21, now=NOW)
    (row,) = doubles_of(clerk, access_to(clerk, second.key))
    assert row.application.pk == first.pk
    assert not row.same_call


def test_what_a_clerk_says_is_kept_with_its_reason(clerk):
    call = a_call()
    first = make_fictional_application(call, 12, now=NOW)
    second = make_fictional_application(call, 13, now=NOW)
    access = access_to(clerk, second.key)
    for note in ("One account for two schools.", "Seen again."):
        note_comparison(access, first, verdict=Verdict.DIFFERENT, note=note, user=clerk, now=NOW)
    said = Comparison.objects.get()
    assert (said.first_id, said.second_id, said.note) == (first.pk, second.pk, "Seen again.")
    lines = Entry.objects.filter(act="intake.compare")
    assert lines.count() == 2
    assert "Seen" not in str(list(lines.values("details", "reason")))
    (row,) = doubles_of(clerk, access_to(clerk, first.key))
    assert row.comparison == said
    first.refresh_from_db()
    assert first.state == "deposited"


def test_what_is_wrong_is_refused(clerk):
    call = a_call()
    first = make_fictional_application(call, 12, now=NOW)
    second = make_fictional_application(call, 13, now=NOW)
    access = access_to(clerk, second.key)
    good = {"verdict": "different", "note": "Because.", "user": clerk, "now": NOW}
    for given, code in (
        ({"user": person("applications.read")}, "compare-not-allowed"),
        ({"verdict": "maybe"}, "verdict-unknown"),
        ({"note": "  "}, "compare-because"),
    ):
        with pytest.raises(Refused, match=code):
            note_comparison(access, first, **{**good, **given})
    with pytest.raises(Refused, match="compare-itself"):
        note_comparison(access, second, **good)


def test_an_application_without_a_dossier_has_only_its_text():
    assert fingerprints_in({"organisation": None, "answers": {"x": LONG}})[0][0] == "text"


def test_the_page_shows_the_reason_and_takes_the_answer():
    call = a_call()
    first = make_fictional_application(call, 12, now=NOW)
    second = make_fictional_application(call, 13, now=NOW)
    client = at_desk("applications.handle")
    page = client.get(reverse("desk-application-doubles", args=[second.key]))
    assert "Same bank account" in page.content.decode()
    address = reverse("desk-application-compare", args=[second.key, first.key])
    assert client.get(address).status_code == 200
    assert client.post(address, {"verdict": "different", "note": ""}).status_code == 422
    assert client.post(address, {"verdict": "different", "note": "Seen."}).status_code == 302
    page = client.get(reverse("desk-application-doubles", args=[first.key]))
    assert "Seen." in page.content.decode()
    alone = make_fictional_application(call, 72, now=NOW)
    page = client.get(reverse("desk-application-doubles", args=[alone.key]))
    assert "No other application" in page.content.decode()
    assert (
        client.get(reverse("desk-application-compare", args=[alone.key, first.key])).status_code
        == 404
    )
    draft = an_application(call=call).application
    assert client.get(reverse("desk-application-doubles", args=[draft.key])).status_code == 404


def test_the_panel_asks_little_however_many_there_are(clerk, django_assert_max_num_queries):
    call = a_call()
    some = [make_fictional_application(call, number, now=NOW) for number in (12, 13)]
    access = access_to(clerk, some[1].key)
    with django_assert_max_num_queries(8):
        assert len(doubles_of(clerk, access)) == 1
    make_fictional_application(call, 21, now=NOW)
    with django_assert_max_num_queries(8):
        doubles_of(clerk, access)


def test_what_holds_nothing_is_like_nothing(clerk):
    found = make_fictional_application(a_call(), 12, now=NOW)
    found.deposits.update(content="{}")
    assert doubles_of(clerk, access_to(clerk, found.key)) == []
