"""A call from last year's, from a data file, with a file that is sent."""

from datetime import date, time

import pytest

from jumelage.city.evidence.models import Document
from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.foundation.questionnaires.rules.reading import read_definition
from jumelage.foundation.questionnaires.services.change_form import change_form
from jumelage.foundation.questionnaires.services.keep_form import keep_form
from jumelage.foundation.questionnaires.services.publish_form import publish_form
from jumelage.programmes.callmaking.services.attach_document import attach_document
from jumelage.programmes.callmaking.services.clone_call import clone_call
from jumelage.programmes.callmaking.services.load_call import load_call
from jumelage.programmes.calls.models import Alert, Call, Notice, Publication
from jumelage.programmes.calls.queries.checklist import lacks_of
from jumelage.programmes.calls.queries.desk import waiting_changes
from jumelage.programmes.calls.services.amend_call import amend_call
from jumelage.programmes.calls.services.cancel_call import cancel_call
from jumelage.programmes.calls.services.extend_call import extend_call
from jumelage.programmes.calls.services.keep_call import keep_call
from jumelage.programmes.calls.services.publish_call import publish_call
from tests.factories.calls import NOW, a_call, an_open_call
from tests.factories.evidence import DocumentFactory
from tests.factories.texts import text

pytestmark = pytest.mark.django_db
WHY = {"fr": "Panne", "nl": "Storing"}


def refused(code: str, act, *given, **more) -> None:
    with pytest.raises(Refused) as caught:
        act(*given, **more)
    assert caught.value.code == code


def test_next_years_call_has_every_rule_and_nothing_that_happened() -> None:
    documents = [
        {"document": DocumentFactory(slug="rules"), "kind": "regulation"},
        {"document": DocumentFactory(slug="model"), "kind": "model"},
    ]
    call = an_open_call(
        call_documents=documents,
        dates=[
            {
                "slug": "session",
                "kind": "information",
                "title": text("Session 2027"),
                "date": PartialDate(2027, 2, 21),
                "starts_at": time(18),
                "cancelled": True,
            }
        ],
        requirements=[
            {"slug": "r", "text": text("R"), "needs": "a = b", "track": "ecm"},
        ],
        questions=[{"slug": "a", "text": text("A"), "choices": [{"code": "b", "text": text("B")}]}],
    )
    extend_call(call, PartialDate(2027, 4, 8), time(12), WHY, now=NOW)
    made = clone_call(call, year=2028, slug="2028")
    assert (made.published, made.current, made.cancelled) == (False, None, False)
    assert made.title["fr"] == "Call 2028 (fr)"
    # 1 February 2028 is a Tuesday; 8 April 2028 a Saturday.
    assert (str(made.opens_on), str(made.closes_on)) == ("2028-02-01", "2028-04-10")
    assert made.closes_hour == time(12)
    (session,) = made.dates.all()
    assert (str(session.date), session.title["nl"], session.cancelled) == (
        "2028-02-21",
        "Session 2028 (nl)",
        False,
    )
    assert [one.number for one in made.articles.all()] == ["1", "2"]
    (requirement,) = made.requirements.all()
    assert (requirement.track.call, requirement.track.slug) == (made, "ecm")
    assert [one.document.slug for one in made.call_documents.all()] == ["model"]
    assert made.cloned_from == call
    for model in (Notice, Publication, Alert):
        assert not model.objects.filter(call=made).exists()
    refused("call-slug-taken", clone_call, call, year=2028, slug="2028")


def test_the_questions_of_next_year_never_reach_those_who_fill_in_this_years() -> None:
    titled = {"fr": "Formulaire", "nl": "Formulier", "en": ""}
    form = keep_form("appel", {"title": titled, "sections": sections("First")})
    call = an_open_call(form=form)
    made = clone_call(call, year=2028, slug="2028")
    assert (made.form.slug, made.form.title["nl"]) == ("appel-2028", "Formulier 2028")
    assert lacks_codes(made).isdisjoint({"form-unpublished", "form-wrong"})
    asked = read_definition({"sections": sections("Next")})
    change_form(made.form, lambda _: asked, part="s", actor=None)
    publish_form(made.form)
    assert waiting_changes(call) == []
    keep_call(call, {"summary": text("A correction")}, now=NOW)
    amended = amend_call(call, WHY, now=NOW)
    assert amended.publication.form_version.form == form
    publish_call(made, now=NOW)
    assert made.current.form_version.number == 2
    third = clone_call(made, year=2029, slug="2029")
    assert (third.form.slug, third.form.title["fr"]) == ("appel-2029", "Formulaire 2029")


def sections(words: str) -> list[dict]:
    field = {"code": "title", "kind": "short_text", "label": text(words)}
    return [{"code": "s", "title": text("Section"), "fields": [field]}]


def lacks_codes(call: Call) -> set[str]:
    return {one.code for one in lacks_of(call, now=NOW)}


def sheet(**more) -> dict:
    return {
        "year": 2027,
        "title": text("Loaded"),
        "summary": text("S"),
        "how_to_apply": text("H"),
        "opens_on": PartialDate(2020, 1, 1),
        "closes_on": PartialDate(2090, 4, 1),
        "closes_hour": "16:00",
        "articles": [{"number": "1", "title": text("A"), "text": text("X")}],
        "tracks": [{"slug": "t", "title": text("T"), "summary": text("S")}],
        "dates": [],
        **more,
    }


def test_a_call_of_a_data_file_is_kept_and_published_once() -> None:
    call = load_call("file", sheet())
    assert (call.published, Publication.objects.count()) == (True, 1)
    lines = Entry.objects.count()
    load_call("file", sheet())
    assert Entry.objects.count() == lines
    assert load_call("draft", sheet(published=False)).published is False


def test_a_change_of_an_open_call_needs_its_reason() -> None:
    load_call("file", sheet())
    new = sheet(summary=text("Changed"))
    refused("reason-missing", load_call, "file", new)
    call = load_call("file", {**new, "change_reason": WHY})
    assert (call.current.number, call.notices.count()) == (2, 1)


def test_a_past_call_of_a_data_file_is_corrected_without_a_notice() -> None:
    past = sheet(closes_on=PartialDate(2021, 1, 1), closes_hour=None, articles=[], tracks=[])
    load_call("past", past)
    call = load_call("past", {**past, "summary": text("Corrected")})
    assert (call.current.number, call.notices.count()) == (2, 0)


def test_known_dates_do_not_change_by_a_file_and_an_act_goes_before_it() -> None:
    call = load_call("file", sheet())
    refused("call-dates-published", load_call, "file", sheet(closes_on=PartialDate(2091, 1, 1)))
    extend_call(call, PartialDate(2092, 4, 1), time(12), WHY, now=NOW)
    assert str(load_call("file", sheet()).closes_on) == "2092-04-01"
    cancel_call(call, WHY, now=NOW)
    assert load_call("file", sheet()).cancelled is True


def test_days_counted_from_the_loading_are_for_demonstrations() -> None:
    days = {"opens_on": None, "opens_in_days": 0, "closes_on": None, "closes_in_days": 45}
    dates = [
        {"slug": "d", "kind": "other", "title": text("D"), "in_days": 10},
        {"slug": "e", "kind": "other", "title": text("E"), "date": PartialDate(2027, 5)},
    ]
    refused("days-not-demonstration", load_call, "demo", sheet(**days))
    refused("days-not-demonstration", load_call, "demo", sheet(dates=dates))
    given = {**days, "dates": dates, "demonstration": True}
    call = load_call("demo", sheet(**given))
    opened = call.opens_on.earliest
    assert (call.closes_on.earliest - opened).days == 45
    assert (call.dates.get(slug="d").date.earliest - opened).days == 10
    # Another day of loading moves nothing.
    Call.objects.filter(pk=call.pk).update(opens_on=str(date(2020, 1, 1)))
    again = load_call("demo", sheet(**given))
    assert str(again.opens_on) == "2020-01-01"
    assert again.closes_on == call.closes_on


def test_a_file_that_is_sent_becomes_a_document_of_the_call() -> None:
    call = a_call()
    values = {
        "slug": "form",
        "title": text("Form"),
        "languages": ["fr"],
        "kind": "form",
        "order": 1,
    }
    made = attach_document(call, values, content=b"plain words", file_name="form.txt")
    assert (made.document.slug, made.document.size_bytes) == ("2027-form", 11)
    sent = {"content": b"x", "file_name": "x.txt"}
    refused("document-slug-taken", attach_document, call, values, **sent)
    half = {**values, "slug": "half", "title": {"fr": "Non"}}
    refused("texts-missing", attach_document, call, half, **sent)
    with pytest.raises(Refused):
        attach_document(
            call, {**values, "slug": "zip"}, content=b"PK\x03\x04rubbish", file_name="a.pdf"
        )
    assert Document.objects.count() == 1
