"""The desk of calls: who enters, what is asked, what is refused and kept."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jumelage.foundation.questionnaires.models import Form, FormVersion
from jumelage.programmes.callmaking.services.clone_call import clone_call
from jumelage.programmes.calls.choices import Act
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries.rows import LISTS
from jumelage.programmes.calls.services.keep_call import keep_call
from jumelage.programmes.calls.services.publish_call import publish_call
from tests.factories.calls import HOUR, NOW, a_call, an_open_call
from tests.factories.staff import at_desk
from tests.factories.texts import text

pytestmark = pytest.mark.django_db
BOTH = (Act.KEEP, Act.PUBLISH)


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def texts(name: str, words: str) -> dict[str, str]:
    return {f"{name}__{code}": f"{words} {code}" for code in ("fr", "nl", "en")}


def at(name: str, *args) -> str:
    return reverse(name, args=args)


@pytest.mark.parametrize("many", [1, 3])
def test_the_list_asks_the_same_whatever_its_length(django_assert_num_queries, many: int) -> None:
    for number in range(many):
        a_call(f"call-{number}")
    client = at_desk(*BOTH)
    client.get(at("desk-calls"))
    with django_assert_num_queries(11):
        assert client.get(at("desk-calls")).content.decode().count("Call 2027") == many


def test_only_those_who_write_or_publish_enter() -> None:
    a_call()
    for name, args in (("desk-calls", ()), ("desk-call", ("2027",)), ("desk-call-add", ())):
        assert Client().get(at(name, *args)).status_code == 302
        assert at_desk("accounts.none").get(at(name, *args)).status_code in {302, 403}
    reader = at_desk(Act.PUBLISH)
    assert reader.get(at("desk-call", "2027")).status_code == 200
    assert reader.get(at("desk-call-change", "2027")).status_code in {302, 403}
    writer = at_desk(Act.KEEP)
    assert writer.post(at("desk-call-publish", "2027")).status_code in {302, 403}
    assert Call.objects.get().published is False
    assert writer.get(at("desk-call", "none")).status_code == 404
    assert "Prepare" in at_desk(*BOTH).get(at("desk-calls")).content.decode()


def test_an_empty_desk_says_what_to_do() -> None:
    assert "There is no call yet" in at_desk(*BOTH).get(at("desk-calls")).content.decode()


def test_a_call_from_nothing_to_its_publication_without_a_developer() -> None:
    client = at_desk(*BOTH)
    asked = client.get(at("desk-call-add")).content.decode()
    assert "soliris.brussels" in asked
    made = client.post(at("desk-call-add"), {"model": "platform", "year": 2027, "slug": "2027"})
    assert made["Location"] == at("desk-call", "2027")
    shown = client.get(at("desk-call", "2027")).content.decode()
    assert "the day and the hour when it closes are missing" in shown
    refusal = client.post(at("desk-call-publish", "2027"), follow=True).content.decode()
    assert "cannot be published yet" in refusal
    call = Call.objects.get()
    change = at("desk-call-change", "2027")
    values = {
        "year": 2027,
        **texts("title", "Call"),
        **texts("summary", "Short"),
        **texts("how_to_apply", "Online"),
        "budget_cents": "150 000 €",
        "budget_authority": "proposal",
        "opens_on": "2027-02-01",
        "closes_on": "2027-04-01",
        "closes_hour": "16:00",
        "grace_minutes": 30,
        "completion_days": 7,
        "draft_retention_days": 180,
        "marks": client.get(change).context["marks"],
    }
    wrong = client.post(change, {**values, "budget_cents": "much", "closes_on": "tomorrow"})
    assert wrong.status_code == 422
    assert 'value="much"' in wrong.content.decode()
    reversed_ = client.post(change, {**values, "opens_on": "2027-05-01"})
    assert "closes" in reversed_.content.decode()
    assert client.post(change, values)["Location"] == at("desk-call", "2027")
    client.post(at("desk-call-publish", "2027"))
    call.refresh_from_db()
    assert (call.published, call.budget_cents) == (True, 15_000_000)


def test_an_empty_call_and_a_taken_name() -> None:
    client = at_desk(*BOTH)
    client.post(at("desk-call-add"), {"model": "", "year": 2028, "slug": "2028"})
    assert Call.objects.get().title["nl"] == "Projectoproep 2028"
    again = client.post(at("desk-call-add"), {"model": "", "year": 2028, "slug": "2028"})
    assert again.status_code == 422
    assert "short name" in again.content.decode()


def test_next_years_call_from_this_one() -> None:
    an_open_call()
    client = at_desk(*BOTH)
    asked = client.get(at("desk-call-clone", "2027"))
    assert 'value="2028"' in asked.content.decode()
    made = client.post(at("desk-call-clone", "2027"), {"year": 2028, "slug": "2028"})
    assert made["Location"] == at("desk-call", "2028")
    assert "Check each of them" in client.get(made["Location"]).content.decode()
    made = client.post(at("desk-call-add"), {"model": "call:2027", "year": 2029, "slug": "2029"})
    assert made["Location"] == at("desk-call", "2029")
    assert Call.objects.get(slug="2029").cloned_from.slug == "2027"
    a_call("spring")
    assert "spring-2028" in client.get(at("desk-call-clone", "spring")).content.decode()


def test_the_year_offered_is_the_next_one_without_a_call_and_none_that_is_gone(monkeypatch) -> None:
    an_open_call()
    for moment, added, cloned in ((NOW, 2028, 2028), (NOW.replace(year=2029), 2029, 2029)):
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
        client = at_desk(*BOTH)
        page = client.get(at("desk-call-add")).content.decode()
        assert f'value="{added}"' in page
        assert "For an older call" in page
        assert f'value="{cloned}"' in client.get(at("desk-call-clone", "2027")).content.decode()


def test_a_clone_says_that_its_form_is_a_copy() -> None:
    form = Form.objects.create(slug="form", title=text("Form"))
    FormVersion.objects.create(form=form, number=1, definition={"sections": []}, published_at=NOW)
    a_call(form=form)
    client, told = at_desk(*BOTH), "The form is a copy of its own"
    assert told in client.get(at("desk-call-clone", "2027")).content.decode()
    client.post(at("desk-call-clone", "2027"), {"year": 2028, "slug": "2028"})
    assert told in client.get(at("desk-call", "2028")).content.decode()
    keep_call(Call.objects.get(slug="2028"), {"form": form}, now=NOW)
    assert told not in client.get(at("desk-call", "2028")).content.decode()


def test_a_call_made_by_mistake_is_removed_before_anybody_saw_it() -> None:
    call, client = a_call(), at_desk(*BOTH)
    address = at("desk-call-remove", "2027")
    assert address in client.get(at("desk-call", "2027")).content.decode()
    assert "never published" in client.get(address).content.decode()
    publish_call(call, now=NOW)
    assert "cancel it" in client.post(address).content.decode()
    assert address not in client.get(at("desk-call", "2027")).content.decode()
    a_call("wrong")
    assert client.post(at("desk-call-remove", "wrong"))["Location"] == at("desk-calls")
    assert [one.slug for one in Call.objects.all()] == ["2027"]


def test_a_new_row_goes_last() -> None:
    a_call()
    asked = at_desk(*BOTH).get(at("desk-call-row-add", "2027", "article"))
    assert asked.context["form"]["order"].value() == 12


ROW = {
    "article": {"number": "3", **texts("title", "T"), **texts("text", "X")},
    "track": {"slug": "new", **texts("title", "T"), **texts("summary", "S"), "cap_cents": "900"},
    "envelope": {
        "slug": "e",
        "kind": "minimum",
        **texts("title", "E"),
        "amount_cents": "20 000",
    },
    "criterion": {"slug": "c", **texts("title", "C"), "weight": "100"},
    "asked-document": {"slug": "d", **texts("title", "D"), "applicants": ["asbl"]},
    "question": {
        "slug": "kind",
        **texts("text", "Who"),
        "choices": "asbl | Une ASBL | Een vzw | An association\n\nngo | ONG | Ngo",
    },
    "requirement": {"slug": "r", **texts("text", "R"), "needs": "kind = asbl"},
    "date": {"slug": "s", "kind": "information", **texts("title", "S"), "date": "2027-03"},
    "faq": {"slug": "f", **texts("question", "Q"), **texts("answer", "A")},
}


@pytest.mark.parametrize("kind", sorted(ROW))
def test_every_kind_of_row_is_added_changed_and_removed(kind: str) -> None:
    call = a_call()
    client = at_desk(*BOTH)
    address = at("desk-call-row-add", "2027", kind)
    assert client.get(address).status_code == 200
    values = {"order": 5, "authority": "proposal", **ROW[kind]}
    before = set(getattr(call, LISTS[kind]).values_list("pk", flat=True))
    done = client.post(address, values)
    assert done.status_code == 302, done.context["form"].errors
    rows = getattr(call, LISTS[kind]).exclude(pk__in=before)
    row = rows.get()
    change = at("desk-call-row", "2027", kind, row.pk)
    opened = client.get(change)
    assert opened.status_code == 200
    saved = client.post(change, {**values, "marks": opened.context["marks"]})
    assert saved.status_code == 302
    assert client.post(address, values).status_code == 422
    client.post(at("desk-call-row-remove", "2027", kind, row.pk))
    assert not rows.exists()
    assert client.get(change).status_code == 404
    gone = client.post(change, values)
    assert gone.status_code == 422
    assert "removed this line" in gone.content.decode()


def test_answers_of_a_question_are_read_line_by_line() -> None:
    call = a_call()
    client = at_desk(*BOTH)
    address = at("desk-call-row-add", "2027", "question")
    client.post(address, {"order": 0, **ROW["question"]})
    (question,) = call.questions.all()
    assert question.choices == [
        {"code": "asbl", "text": {"fr": "Une ASBL", "nl": "Een vzw", "en": "An association"}},
        {"code": "ngo", "text": {"fr": "ONG", "nl": "Ngo"}},
    ]
    shown = client.get(at("desk-call-row", "2027", "question", question.pk)).content.decode()
    assert "asbl | Une ASBL | Een vzw | An association" in shown
    bad = client.post(address, {"order": 0, **ROW["question"], "slug": "b", "choices": "Une ASBL"})
    assert bad.status_code == 422
    assert "Une ASBL" in bad.content.decode()


def test_unknown_kinds_and_rows_are_not_found() -> None:
    a_call()
    client = at_desk(*BOTH)
    assert client.get(at("desk-call-row-add", "2027", "none")).status_code == 404
    assert client.get(at("desk-call-row", "2027", "article", 999)).status_code == 404
    client.post(at("desk-call-row-remove", "2027", "article", 999))


def test_both_texts_are_shown_when_two_clerks_write_one() -> None:
    call = a_call()
    client = at_desk(*BOTH)
    article = call.articles.get(number="1")
    address = at("desk-call-row", "2027", "article", article.pk)
    marks = client.get(address).context["marks"]
    article.text = text("Written by another")
    article.save()
    values = {"number": "1", **texts("title", "Aim"), **texts("text", "Mine"), "order": 1}
    answer = client.post(address, {**values, "authority": "proposal", "marks": marks})
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "Written by another (fr)" in shown
    assert "Mine fr" in shown
    kept = {**values, "authority": "proposal", "marks": answer.context["marks"]}
    assert client.post(address, kept).status_code == 302


def test_the_preview_shows_what_is_written_in_the_language_asked() -> None:
    a_call()
    client = at_desk(Act.KEEP)
    shown = client.get(at("desk-call-preview", "2027") + "?language=nl").content.decode()
    assert "Call 2027 (nl)" in shown
    assert "Voorbeeld" in shown
    assert client.get(at("desk-call-preview", "2027") + "?language=xx").status_code == 200


def test_an_amendment_shows_what_visitors_will_read_differently() -> None:
    call = an_open_call()
    client = at_desk(*BOTH)
    nothing = client.post(at("desk-call-amend", "2027"), texts("reason", "Why"))
    assert "Nothing differs" in nothing.content.decode()
    led = client.get(at("desk-call-amend", "2027")).content.decode()
    assert "Nothing differs" in led
    assert f'href="{at("desk-call-change", "2027")}"' in led
    assert "<textarea" not in led
    call.articles.filter(number="1").update(text={"fr": "Autre", "nl": "Ander"})
    assert "1 text differs" in client.get(at("desk-call", "2027")).content.decode()
    shown = client.get(at("desk-call-amend", "2027")).content.decode()
    assert "<ins>" in shown
    half = client.post(at("desk-call-amend", "2027"), {"reason__fr": "Pourquoi"})
    assert half.status_code == 422
    assert client.post(at("desk-call-amend", "2027"), texts("reason", "Why")).status_code == 302
    assert call.publications.count() == 2


def test_more_time_a_breakdown_and_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    call = an_open_call()
    client = at_desk(*BOTH)
    reason = texts("reason", "Why")
    asked = client.get(at("desk-call-extend", "2027")).content.decode()
    assert "Closes now: Thursday 1 April 2027 at 16:00" in asked
    early = client.post(
        at("desk-call-extend", "2027"), {"day": "2027-03-31", "hour": "16:00", **reason}
    )
    assert "later hour" in early.content.decode()
    client.post(at("desk-call-extend", "2027"), {"day": "2027-04-02", "hour": "16:00", **reason})
    call.refresh_from_db()
    assert str(call.closes_on) == "2027-04-02"
    after = HOUR + timedelta(days=1, minutes=20)
    monkeypatch.setattr(timezone, "now", lambda: after)
    # Weeks later, one signs in anew.
    client = at_desk(*BOTH)
    assert client.get(at("desk-call-outage", "2027")).status_code == 200
    client.post(at("desk-call-outage", "2027"), {"day": "2027-04-03", "hour": "16:00", **reason})
    call.refresh_from_db()
    assert str(call.closes_on) == "2027-04-03"
    assert client.get(at("desk-call-cancel", "2027")).status_code == 200
    client.post(at("desk-call-cancel", "2027"), reason)
    call.refresh_from_db()
    assert call.cancelled
    shown = client.get(at("desk-call", "2027")).content.decode()
    assert "Cancellation" in shown
    assert "What is missing" not in shown


@pytest.mark.parametrize(("days", "offered"), [(0, True), (3, True), (4, False)])
def test_a_breakdown_of_last_week_opens_nothing_again(
    monkeypatch, days: int, offered: bool
) -> None:
    an_open_call()
    monkeypatch.setattr(timezone, "now", lambda: HOUR + timedelta(days=days))
    shown = at_desk(*BOTH).get(at("desk-call", "2027")).content.decode()
    assert (at("desk-call-outage", "2027") in shown) is offered


def test_a_document_is_sent_with_its_file() -> None:
    call = a_call()
    client = at_desk(*BOTH)
    address = at("desk-call-upload", "2027")
    assert client.get(address).status_code == 200
    values = {
        "slug": "form",
        **texts("title", "Form"),
        "kind": "form",
        "languages": "fr",
        "order": 1,
    }
    sent = SimpleUploadedFile("form.txt", b"plain words")
    assert client.post(address, {**values, "file": sent}).status_code == 302
    assert call.call_documents.get().document.slug == "2027-form"
    bad = SimpleUploadedFile("form.pdf", b"PK\x03\x04rubbish")
    assert client.post(address, {**values, "slug": "b", "file": bad}).status_code == 422


def test_the_checklist_leads_to_where_things_are_repaired() -> None:
    call = a_call(
        articles=[{"number": "1", "title": text("A"), "text": {"fr": "Oui"}}],
        criteria=[{"slug": "c", "title": text("C"), "weight": 90}],
        summary={},
    )
    shown = at_desk(*BOTH).get(at("desk-call", "2027")).content.decode()
    assert at("desk-call-row", "2027", "article", call.articles.get().pk) in shown
    assert 'href="#criterion"' in shown
    row = at("desk-call-row", "2027", "article", call.articles.get().pk)
    assert f'href="{row}#id_text__nl"' in shown
    assert f'href="{at("desk-call-change", "2027")}#id_summary__nl"' in shown


def test_the_checklist_leads_into_the_form() -> None:
    form = Form.objects.create(slug="form", title=text("Form"))
    client, call = at_desk(*BOTH), a_call(form=form)
    assert (
        f'href="{at("desk-form", "form")}"' in client.get(at("desk-call", "2027")).content.decode()
    )
    field = {"code": "why", "kind": "short_text", "label": text("Why"), "article": "9"}
    sections = [{"code": "aim", "title": text("Aim"), "fields": [field]}]
    given = {"form": form, "number": 1, "published_at": NOW}
    FormVersion.objects.create(definition={"sections": sections}, **given)
    shown = client.get(at("desk-call", "2027")).content.decode()
    assert f'href="{at("desk-form", "form")}#why"' in shown
    assert "Aim (en) › Why (en)" in shown
    refusal = client.post(at("desk-call-publish", "2027"), follow=True).content.decode()
    assert "Aim (en) › Why (en)" in refusal
    assert not call.publications.exists()


def test_a_cloned_call_tells_where_the_year_before_is_still_named() -> None:
    call = a_call(purpose=text("As in 2027"))
    made = clone_call(call, year=2028, slug="2028")
    shown = at_desk(*BOTH).get(at("desk-call", "2028")).content.decode()
    assert f'href="{at("desk-call-change", "2028")}#id_purpose__fr"' in shown
    assert shown.count("still names the year 2027") == 3
    keep_call(made, {"purpose": text("As ever")}, now=NOW)
    shown = at_desk(*BOTH).get(at("desk-call", "2028")).content.decode()
    assert "still names the year" not in shown
