"""Pages of calls: what visitors read, in how many queries, and the check that keeps nothing."""

from datetime import datetime, time, timedelta
from io import BytesIO

import icalendar
import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from pypdf import PdfReader

from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.foundation.questionnaires.models import Form, FormVersion
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.services.amend_call import amend_call
from jumelage.programmes.calls.services.cancel_call import cancel_call
from jumelage.programmes.calls.services.extend_call import extend_call
from jumelage.programmes.calls.services.keep_row import keep_row
from jumelage.programmes.calls.templatetags.calls import changed_words, titled
from tests.factories.calls import NOW, a_call, an_open_call
from tests.factories.texts import text

pytestmark = pytest.mark.django_db
WHY = {"fr": "Erreur corrigée", "nl": "Fout verbeterd"}
CHECK = {
    "questions": [
        {
            "slug": "kind",
            "text": text("Who?"),
            "choices": [
                {"code": "asbl", "text": text("ASBL")},
                {"code": "company", "text": text("Company")},
            ],
        },
        {"slug": "persons", "order": 1, "text": text("How many?")},
    ],
    "requirements": [
        {"slug": "who", "text": text("An association"), "needs": "kind = asbl", "article": "2"},
        {
            "slug": "many",
            "text": text("Three"),
            "needs": "persons >= 3",
            "article": "1",
            "track": "ecm",
        },
    ],
}


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def page(name: str, *args: str, language: str = "fr") -> str:
    with override(language):
        return reverse(name, args=args)


def everything() -> dict:
    return {
        **CHECK,
        "purpose": text("Purpose"),
        "envelopes": [
            {
                "slug": "gender",
                "kind": "ring-fenced",
                "title": text("Gender"),
                "amount_cents": 2_000_000,
                "article": "1",
            }
        ],
        "criteria": [
            {"slug": "c", "title": text("Criterion"), "weight": 100},
            {"slug": "d", "title": text("Only here"), "track": "ecm", "weight": None},
        ],
        "asked_documents": [{"slug": "s", "title": text("Statutes"), "applicants": ["asbl"]}],
        "faqs": [{"slug": "f", "question": text("Why?"), "answer": text("Because")}],
        "dates": [
            {
                "slug": "session",
                "kind": "information",
                "title": text("Session"),
                "date": PartialDate(2027, 3, 20),
                "starts_at": time(18),
                "link": "https://city.example/session",
                "place": text("Hall"),
            },
            {"slug": "decision", "kind": "decision", "title": text("Decision")},
        ],
    }


def test_the_page_of_an_open_call(client: Client, django_assert_max_num_queries) -> None:
    an_open_call(**everything())
    with django_assert_max_num_queries(12):
        shown = client.get(page("call", "2027")).content.decode()
    assert "jeudi 1er avril 2027 à 16:00" in shown
    assert "heure locale à Bruxelles" in shown
    assert "Il reste 22 jours" in shown
    assert "8 000" in shown.replace("\u202f", " ").replace("\xa0", " ")
    assert 'id="article-2"' in shown
    assert "ce qui reste ne va à aucun autre" in shown
    assert "proposition de la plateforme" in shown
    assert page("call-eligibility", "2027") in shown


def test_the_last_day_shows_a_clock_and_is_kept_by_nobody(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_open_call()
    assert "no-store" not in client.get(page("call", "2027"))["Cache-Control"]
    last = datetime(2027, 4, 1, 15, 59, tzinfo=NOW.tzinfo)
    monkeypatch.setattr(timezone, "now", lambda: last)
    answer = client.get(page("call", "2027"))
    assert "no-store" in answer["Cache-Control"]
    shown = answer.content.decode()
    assert "Il se clôture aujourd’hui" in shown
    assert ">15:59</time>" in shown


@pytest.mark.parametrize("many", [1, 3])
def test_the_list_asks_the_same_whatever_its_length(
    client: Client, django_assert_num_queries, many: int
) -> None:
    for number in range(many):
        an_open_call(f"call-{number}")
    client.get(page("calls"))
    with django_assert_num_queries(3):
        shown = client.get(page("calls")).content.decode()
    assert shown.count("Call 2027 (fr)") == many


def test_the_list_tells_open_coming_past_and_cancelled_apart(client: Client) -> None:
    an_open_call("open")
    an_open_call("coming", opens_on=PartialDate(2027, 3, 25), opens_hour=time(9))
    an_open_call("known", closes_on=PartialDate(2027, 3, 1))
    over = Call.objects.get(slug="known")
    cancel_call(an_open_call("cancelled"), WHY, now=NOW)
    a_call("draft")
    shown = client.get(page("calls")).content.decode()
    opened, coming, past = (shown.index(f'id="{part}"') for part in ("open", "coming", "past"))
    assert opened < shown.index(page("call", "open")) < coming
    assert coming < shown.index(page("call", "coming")) < past
    assert past < shown.index(page("call", over.slug))
    assert past < shown.index(page("call", "cancelled"))
    assert page("call", "draft") not in shown
    assert "ouvre bientôt" in client.get(page("call", "coming")).content.decode()
    assert "Cet appel est annulé" in client.get(page("call", "cancelled")).content.decode()
    assert "Cet appel est clôturé" in client.get(page("call", "known")).content.decode()


def test_without_a_call_the_list_says_so(client: Client) -> None:
    assert "Aucun appel n’est ouvert" in client.get(page("calls")).content.decode()


def test_a_past_call_shows_no_hour_that_nobody_knows(client: Client) -> None:
    an_open_call("2018", closes_on=PartialDate(2027, 3, 1), closes_hour=time(9))
    Call.objects.filter(slug="2018").update(closes_hour=None, opens_on=None)
    shown = client.get(page("call", "2018")).content.decode()
    assert "heure inconnue" in shown
    assert "09:00" not in shown


def test_an_open_call_without_a_known_end_says_so(client: Client) -> None:
    an_open_call("month")
    Call.objects.filter(slug="month").update(closes_on="2027-05", closes_hour=None)
    assert "L’heure n’est pas connue" in client.get(page("call", "month")).content.decode()
    Call.objects.filter(slug="month").update(closes_on=None)
    assert (
        "Le jour de clôture n’est pas connu" in client.get(page("call", "month")).content.decode()
    )


@pytest.mark.parametrize("name", ["call", "call-calendar", "call-eligibility"])
def test_a_call_in_preparation_is_seen_by_nobody(client: Client, name: str) -> None:
    a_call("draft", **CHECK)
    assert client.get(page(name, "draft")).status_code == 404
    assert client.get(page(name, "none")).status_code == 404


def test_what_changed_is_shown_text_by_text(client: Client) -> None:
    call = an_open_call()
    article = call.articles.get(number="2")
    new = {"number": "2", "title": text("Who"), "text": text("Who may really apply")}
    keep_row(call, "article", article.pk, new)
    keep_row(call, "track", call.tracks.get(slug="ecm").pk, {"slug": "ecm", "cap_cents": 400_000})
    amend_call(call, WHY, now=NOW)
    extend_call(call, PartialDate(2027, 4, 8), time(12), WHY, now=NOW)
    shown = client.get(page("call", "2027")).content.decode()
    assert "Who may <ins>really</ins> apply (fr)" in shown
    assert "Erreur corrigée" in shown
    assert "<del>" in shown
    assert "jeudi 8 avril 2027" in shown
    assert "Fout verbeterd" in client.get(page("call", "2027", language="nl")).content.decode()


def test_a_change_in_another_language_is_shown_there_and_says_so() -> None:
    def told(before: object, after: object, *, name: str = "text") -> str:
        with override("nl"):
            return changed_words({"name": name, "before": before, "after": after})

    one, other = {"fr": "Un an", "nl": "Een jaar"}, {"fr": "Deux ans", "nl": "Een jaar"}
    assert told(one, {**one, "nl": "Twee jaar"}).endswith("<ins>Twee</ins> jaar")
    marked = '<span lang="fr"><del>Un an</del> <ins>Deux ans</ins></span> <small>{}</small>'
    stays = "In het Nederlands blijft de tekst zoals hij was. De wijziging staat in een andere taal: Français."
    assert told(one, other) == marked.format(stays)
    gone = "Deze tekst bestaat niet in het Nederlands. Hier staat hij in een andere taal: Français."
    assert told({"fr": "Un an"}, {"fr": "Deux ans"}) == marked.format(gone)
    assert told(None, {"fr": "Un"}).endswith(f"<small>{gone}</small>")
    assert told([], [{"code": "a", "text": {"nl": "Ja"}}], name="choices") == "<ins>Ja</ins>"
    assert told(None, True, name="required") == "<ins>ja</ins>"
    with override("nl"):
        assert titled({"fr": "Un"}) == '<span lang="fr">Un</span>'
        assert titled("") == ""


def test_a_track_that_a_rule_names_is_shown_by_its_title(client: Client) -> None:
    call = an_open_call(criteria=[{"slug": "c", "title": text("C"), "weight": 100}])
    ecm = {"slug": "c", "track": call.tracks.get(slug="ecm")}
    keep_row(call, "criterion", call.criteria.get().pk, ecm)
    amend_call(call, WHY, now=NOW)
    shown = client.get(page("call", "2027")).content.decode()
    assert "<dt>Volet</dt>" in shown
    assert "<del>Pour tous les volets</del> <ins>Citizens (fr)</ins>" in shown
    assert "track_id" not in shown


def test_the_check_judges_each_track_and_keeps_nothing(
    client: Client, django_assert_max_num_queries
) -> None:
    an_open_call(**CHECK)
    address = page("call-eligibility", "2027")
    with django_assert_max_num_queries(12):
        asked = client.get(address)
    assert "Set-Cookie" not in asked
    answer = Client(enforce_csrf_checks=True).post(address, {"kind": "asbl", "persons": "2"})
    shown = answer.content.decode()
    assert "Oui, vous pouvez déposer" in shown
    assert "Non, pas en l’état" in shown
    assert f"{page('call', '2027')}#article-1" in shown
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies
    # None at all is an answer too.
    assert client.post(address, {"persons": "0"}).status_code == 200
    perhaps = client.post(address, {"kind": "asbl"}).content.decode()
    assert "Peut-être" in perhaps
    assert "checked" in perhaps


@pytest.mark.parametrize("here", [True, False])
def test_a_yes_leads_to_the_application_where_it_is_written_here(
    client: Client, here: bool
) -> None:
    form = Form.objects.create(slug="form", title=text("Form"))
    field = {"code": "title", "kind": "short_text", "label": text("Title")}
    definition = {"sections": [{"code": "project", "title": text("Project"), "fields": [field]}]}
    FormVersion.objects.create(form=form, number=1, definition=definition, published_at=NOW)
    an_open_call(form=form if here else None, **CHECK)
    answer = client.post(page("call-eligibility", "2027"), {"kind": "asbl", "persons": "2"})
    begin = f'<a class="btn" href="{page("application-start", "2027")}">'
    assert answer.content.decode().count(begin) == int(here)


@pytest.mark.parametrize("given", [{}, {"kind": "martian"}, {"persons": "-1"}, {"persons": "x"}])
def test_impossible_answers_are_told(client: Client, given: dict) -> None:
    an_open_call(**CHECK)
    answer = client.post(page("call-eligibility", "2027"), given)
    assert answer.status_code == 422
    assert "summary-err" in answer.content.decode()


def test_a_call_without_questions_has_no_check(client: Client) -> None:
    an_open_call()
    assert client.get(page("call-eligibility", "2027")).status_code == 404


def test_the_calendar_is_read_by_another_program(client: Client) -> None:
    call = an_open_call(**everything())
    answer = client.get(page("call-calendar", "2027"))
    assert answer["Content-Type"].startswith("text/calendar")
    found = {one["UID"].split("@")[0]: one for one in _events(answer.content)}
    assert set(found) == {"2027.opening", "2027.closing", "2027.session"}
    assert found["2027.closing"].decoded("DTSTART") == call.closes_at
    assert found["2027.opening"].decoded("DTSTART").isoformat() == "2027-02-01"
    assert found["2027.session"]["LOCATION"] == "Hall (fr)"
    # What says when it was changed is what makes calendar programs take the new hour.
    extend_call(call, PartialDate(2027, 4, 8), time(12), WHY, now=NOW + timedelta(hours=1))
    moved = {
        one["UID"].split("@")[0]: one
        for one in _events(client.get(page("call-calendar", "2027")).content)
    }
    assert moved["2027.closing"].decoded("DTSTART") == call.closes_at
    assert moved["2027.closing"].decoded("LAST-MODIFIED") == NOW + timedelta(hours=1)
    cancel_call(call, WHY, now=NOW + timedelta(hours=2))
    again = _events(client.get(page("call-calendar", "2027")).content)
    assert {one["STATUS"] for one in again} == {"CANCELLED"}


def _events(content: bytes) -> list:
    return icalendar.Calendar.from_ical(content).walk("VEVENT")


def test_the_feed_tells_of_calls_and_notices(client: Client, django_assert_max_num_queries) -> None:
    call = an_open_call()
    a_call("draft")
    extend_call(call, PartialDate(2027, 4, 8), time(12), WHY, now=NOW + timedelta(hours=1))
    with django_assert_max_num_queries(4):
        feed = client.get(page("calls-feed")).content.decode()
    assert feed.count("<entry") == 2
    assert f"<author><name>{settings.SITE_ADDRESS}</name></author>" in feed
    assert feed.index("Erreur corrigée") < feed.index("In short (fr)")
    assert f"{page('call', '2027')}#notice-" in feed


def test_pages_are_light(client: Client) -> None:
    import gzip

    an_open_call(**everything())
    for name in ("call", "call-eligibility"):
        assert len(gzip.compress(client.get(page(name, "2027")).content)) <= 14_000


def test_the_empty_form_of_each_track_is_read_before_anything_begins(client: Client) -> None:
    field = {"code": "title", "kind": "short_text", "label": text("Title")}
    of_ecm = {"on": "context.track", "op": "eq", "value": "ecm"}
    fields = [field, {**field, "code": "town", "label": text("Town"), "when": of_ecm}]
    definition = {"sections": [{"code": "project", "title": text("Project"), "fields": fields}]}
    form = Form.objects.create(slug="form", title=text("Form"))
    FormVersion.objects.create(form=form, number=1, definition=definition, published_at=NOW)
    call = an_open_call(form=form)
    asked = {}
    for track in ("cooperation", "ecm"):
        address = page("call-form", call.slug, track)
        assert address in client.get(page("call", call.slug)).content.decode()
        answer = client.get(address)
        assert answer["Content-Type"] == "application/pdf"
        asked[track] = PdfReader(BytesIO(answer.content)).pages[0].extract_text()
    assert "Title (fr)" in asked["cooperation"]
    assert ["Town (fr)" in asked[track] for track in ("cooperation", "ecm")] == [False, True]
    assert client.get(page("call-form", call.slug, "sport")).status_code == 404
    cancel_call(call, WHY, now=NOW)
    assert (
        page("call-form", call.slug, "ecm")
        not in client.get(page("call", call.slug)).content.decode()
    )


def test_a_call_without_a_form_of_its_own_offers_none(client: Client) -> None:
    call = an_open_call()
    assert client.get(page("call-form", call.slug, "ecm")).status_code == 404
    assert ".pdf" not in client.get(page("call", call.slug)).content.decode()
