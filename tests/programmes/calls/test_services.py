"""Publishing, amending, extending, cancelling; rows; what a call lacks."""

from datetime import UTC, datetime, time, timedelta
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.foundation.kernel.wording import sentence
from jumelage.foundation.questionnaires.models import Form, FormVersion
from jumelage.foundation.registers.queries.meeting import marks_seen
from jumelage.programmes.calls import queries
from jumelage.programmes.calls.choices import Act, NoticeKind, State
from jumelage.programmes.calls.models import Article, Call, Track
from jumelage.programmes.calls.permissions import may_keep, may_publish
from jumelage.programmes.calls.phrases import ACTS, act_words, moment_words
from jumelage.programmes.calls.queries.checklist import Lack, lacks_of, musts
from jumelage.programmes.calls.queries.desk import waiting_changes
from jumelage.programmes.calls.queries.practical import calendar_of, versions_of
from jumelage.programmes.calls.queries.rows import row_of
from jumelage.programmes.calls.services.amend_call import amend_call
from jumelage.programmes.calls.services.cancel_call import cancel_call
from jumelage.programmes.calls.services.extend_call import extend_call
from jumelage.programmes.calls.services.keep_call import add_call, keep_call
from jumelage.programmes.calls.services.keep_row import keep_row
from jumelage.programmes.calls.services.publish_call import publish_call
from jumelage.programmes.calls.services.remove_row import remove_row
from jumelage.programmes.calls.services.write_sheet import write_sheet
from jumelage.programmes.calls.signals import call_amended, call_cancelled, call_extended
from tests.factories.calls import HOUR, NOW, a_call, an_open_call
from tests.factories.staff import person
from tests.factories.texts import text

pytestmark = pytest.mark.django_db
WHY = {"fr": "Erreur corrigée", "nl": "Fout verbeterd"}


def last_line() -> Entry:
    return Entry.objects.order_by("-id")[0]


def refused(code: str, act, *given, **more) -> Refused:
    with pytest.raises(Refused) as caught:
        act(*given, **more)
    assert caught.value.code == code
    sentence(caught.value)
    return caught.value


@pytest.fixture
def heard():
    found: list[tuple[str, object]] = []

    def hear(name: str, **news) -> None:
        found.append((name, news["notice"]))

    names = ("amended", "extended", "cancelled")
    hears = {name: partial(hear, name) for name in names}
    signals = {"amended": call_amended, "extended": call_extended, "cancelled": call_cancelled}
    for name, signal in signals.items():
        signal.connect(hears[name], weak=False, dispatch_uid=f"test-{name}")
    yield found
    for name, signal in signals.items():
        signal.disconnect(dispatch_uid=f"test-{name}")


def test_a_published_call_is_read_as_it_was_published() -> None:
    call = an_open_call()
    assert (call.published, call.current.number, call.state(NOW)) == (True, 1, State.OPEN)
    assert last_line().act == "calls.publish"
    lines = Entry.objects.count()
    publish_call(call, now=NOW)
    assert Entry.objects.count() == lines
    article = call.articles.get(number="1")
    keep_row(
        call, "article", article.pk, {"number": "1", "title": text("Aim"), "text": text("New")}
    )
    found = queries.published(queries.call_named("2027"))
    assert found.article("1").text["fr"] == "What it is for (fr)"
    assert found.article("1").pk == article.pk
    assert found.article("9") is None
    assert queries.working(call).article("1").text["fr"] == "New (fr)"
    assert queries.track_of(queries.call_named("2027"), "cooperation").cap_cents == 800_000
    assert queries.track_of(queries.call_named("2027"), "none") is None
    assert queries.track_of(a_call("draft"), "cooperation") is None
    assert queries.call_named("draft") is None


def test_what_a_publication_froze_survives_a_removed_row_and_a_new_field() -> None:
    call = an_open_call()
    remove_row(call, "article", call.articles.get(number="2").pk)
    content = call.current.content
    content["articles"][0]["gone_since"] = 1
    content.pop("requirements")
    found = queries.read_content(call, content)
    assert [one.number for one in found.articles] == ["1", "2"]
    assert found.requirements == []


@pytest.mark.parametrize(
    ("values", "code", "told"),
    [
        ({"summary": {"fr": "Bref"}}, "text-missing", "Nederlands"),
        ({"how_to_apply": {}}, "text-missing", "How to apply"),
        ({"opens_on": None}, "opening-missing", "opens"),
        ({"closes_hour": None}, "closing-missing", "hour"),
        ({"articles": []}, "articles-missing", "no article"),
        ({"tracks": []}, "tracks-missing", "no track"),
        (
            {"articles": [{"number": "1", "title": text("Aim"), "text": {"fr": "Oui"}}]},
            "text-missing",
            "1. Aim",
        ),
        (
            {"tracks": [{"slug": "a", "title": text("A"), "summary": text("S"), "article": "9"}]},
            "article-unknown",
            "9",
        ),
        (
            {
                "envelopes": [
                    {"slug": "e", "kind": "minimum", "title": text("E"), "amount_cents": 15_000_100}
                ]
            },
            "envelopes-above-budget",
            "€",
        ),
        (
            {"criteria": [{"slug": "c", "title": text("C"), "weight": 90}]},
            "weights-off",
            "90",
        ),
        (
            {"requirements": [{"slug": "r", "text": text("R"), "needs": "seat = here"}]},
            "question-unknown",
            "seat",
        ),
        (
            {"questions": [{"slug": f"q{n}", "text": text("Q")} for n in range(9)]},
            "too-many-questions",
            "9",
        ),
    ],
)
def test_what_keeps_a_call_from_being_published(values: dict, code: str, told: str) -> None:
    call = a_call(**values)
    assert code in {lack.code for lack in musts(lacks_of(call, now=NOW))}
    with override("en"):
        refusal = refused("call-incomplete", publish_call, call, now=NOW)
        assert told in sentence(refusal)
    assert not Call.objects.get().published


def definition(article: str = "") -> dict:
    field = {"code": "title", "kind": "short_text", "label": text("Title"), "article": article}
    return {"sections": [{"code": "project", "title": text("Project"), "fields": [field]}]}


def test_the_form_of_a_call_is_published_and_cites_its_articles() -> None:
    form = Form.objects.create(slug="form", title=text("Form"))
    call = a_call(form=form)
    assert [one.code for one in musts(lacks_of(call, now=NOW))] == ["form-unpublished"]
    version = FormVersion.objects.create(
        form=form, number=1, definition=definition("7"), published_at=NOW
    )
    (lack,) = musts(lacks_of(call, now=NOW))
    assert (lack.code, lack.details["field"]) == ("form-wrong", "title")
    with override("en"):
        told = sentence(refused("call-incomplete", publish_call, call, now=NOW))
    assert "Project (en) › Title (en)" in told
    assert "7" in told
    FormVersion.objects.filter(pk=version.pk).update(definition=definition("2"))
    publish_call(call, now=NOW)
    assert call.current.form_version == version
    (use,) = queries.form_uses(form)
    assert (use.articles, set(use.tracks)) == (frozenset({"1", "2"}), {"cooperation", "ecm"})
    assert (use.number, waiting_changes(call)) == (1, [])


def test_a_new_version_of_the_form_waits_for_the_next_publication() -> None:
    form = Form.objects.create(slug="form", title=text("Form"))
    given = {"form": form, "definition": definition(), "published_at": NOW}
    FormVersion.objects.create(number=1, **given)
    call = an_open_call(form=form)
    FormVersion.objects.create(number=2, **given)
    assert [one["list"] for one in waiting_changes(call)] == ["form"]
    notice = amend_call(call, WHY, now=NOW)
    assert notice.publication.form_version.number == 2
    assert notice.publication.changed[-1]["fields"] == [{"name": "form", "before": 1, "after": 2}]
    assert waiting_changes(call) == []
    # Nobody fills in what is over, and its regulation keeps no article out of next year's form.
    cancel_call(call, WHY, now=NOW)
    (use,) = queries.form_uses(form)
    assert (use.articles, use.number) == (None, None)
    keep_call(call, {"form": None}, now=NOW)
    assert waiting_changes(call)[-1]["fields"] == [{"name": "form", "before": 2, "after": None}]


def test_a_call_that_is_over_needs_only_what_is_known() -> None:
    call = Call(slug="2018", year=2018)
    write_sheet(
        call,
        {"title": text("2018"), "summary": text("S"), "closes_on": PartialDate(2018, 3, 30)},
    )
    assert lacks_of(call, now=NOW) == []
    publish_call(call, now=NOW)
    assert call.state(NOW) == State.CLOSED
    assert call.closes_at is None
    refused("call-over", amend_call, call, now=NOW)


def test_wishes_do_not_keep_a_call_from_being_published() -> None:
    call = a_call(contact_email="")
    wishes = {lack.code for lack in lacks_of(call, now=NOW)}
    assert wishes == {
        *("form-missing", "check-missing", "criteria-missing"),
        *("contact-missing", "session-missing"),
    }
    call.articles.filter(number="1").update(authority="official")
    assert Lack(
        "evidence-missing", must=False, list="articles", row=call.articles.get(number="1")
    ) in lacks_of(call, now=NOW)


def test_an_amendment_shows_what_changed_and_is_told(heard) -> None:
    call = an_open_call()
    refused("call-unchanged", amend_call, call, WHY, now=NOW)
    track = call.tracks.get(slug="cooperation")
    values = {"slug": "cooperation", "cap_cents": 900_000}
    keep_row(call, "track", track.pk, values)
    refused("reason-missing", amend_call, call, {"fr": "Oui"}, now=NOW)
    notice = amend_call(call, WHY, now=NOW)
    assert (notice.kind, notice.publication.number) == (NoticeKind.AMENDMENT, 2)
    (change,) = notice.publication.changed
    assert change["fields"] == [{"name": "cap_cents", "before": 800_000, "after": 900_000}]
    assert heard == [("amended", notice)]
    assert queries.track_of(queries.call_named("2027"), "cooperation").cap_cents == 900_000
    assert [one.number for one in versions_of(call)] == [2]
    assert [one.pk for one in call.notices.all()] == [notice.pk]
    # A second click.
    assert amend_call(call, WHY, now=NOW + timedelta(seconds=1)) == notice
    assert (call.current.number, heard) == (2, [("amended", notice)])
    refused("call-unchanged", amend_call, call, {**WHY, "fr": "Autre motif"}, now=NOW)


def test_before_the_opening_a_new_version_needs_no_notice(heard) -> None:
    call = an_open_call()
    early = NOW - timedelta(days=60)
    keep_call(call, {"contact_email": "other@city.example"}, now=early)
    assert amend_call(call, now=early) is None
    assert (call.current.number, heard) == (2, [])


def test_an_amendment_is_refused_where_it_cannot_be() -> None:
    refused("call-not-published", amend_call, a_call("draft"), WHY, now=NOW)
    call = an_open_call()
    refused("call-over", amend_call, call, WHY, now=HOUR + timedelta(seconds=1))
    keep_row(
        call, "article", call.articles.get(number="1").pk, {"number": "1", "text": {"fr": "x"}}
    )
    refused("call-incomplete", amend_call, call, WHY, now=NOW)


def test_more_time_is_given_with_its_reason(heard) -> None:
    call = an_open_call()
    notice = extend_call(call, PartialDate(2027, 4, 8), time(12), WHY, now=NOW)
    assert (notice.kind, str(notice.closed_on), notice.closed_hour) == (
        NoticeKind.EXTENSION,
        "2027-04-01",
        time(16),
    )
    assert call.closes_hour == time(12)
    assert heard == [("extended", notice)]
    assert last_line().details["closes"] == "2027-04-08 12:00"
    late = HOUR + timedelta(days=20)
    asked = (call, PartialDate(2027, 5, 1), time(9), WHY)
    with override("en"):
        told = sentence(refused("extension-too-late", extend_call, *asked, now=late))
    assert "“Breakdown at the hour” within 3 days" in told
    more = {"now": NOW}
    refused("extension-not-later", extend_call, call, PartialDate(2027, 4, 7), time(9), WHY, **more)
    refused("reason-missing", extend_call, call, PartialDate(2027, 5, 1), time(9), {}, **more)


def test_a_second_click_gives_the_same_time_once(heard) -> None:
    call = an_open_call()
    asked = (call, PartialDate(2027, 4, 8), time(12))
    first = extend_call(*asked, WHY, now=NOW)
    told, lines = len(heard), Entry.objects.count()
    assert extend_call(*asked, WHY, now=NOW + timedelta(seconds=1)) == first
    assert (len(heard), Entry.objects.count(), call.notices.count()) == (told, lines, 1)
    other = {**WHY, "fr": "Autre motif"}
    refused("extension-not-later", extend_call, *asked, other, now=NOW)


def test_a_breakdown_at_the_hour_opens_the_call_again(heard) -> None:
    call = an_open_call()
    after = HOUR + timedelta(minutes=20)
    assert call.state(after) == State.CLOSED
    notice = extend_call(call, PartialDate(2027, 4, 2), time(16), WHY, now=after, outage=True)
    assert (notice.kind, call.state(after)) == (NoticeKind.OUTAGE, State.OPEN)
    assert last_line().act == "calls.note-outage"
    assert [name for name, _ in heard] == ["extended"]


def test_a_cancelled_call_stays_with_its_reason(heard) -> None:
    refused("call-not-published", cancel_call, a_call("draft"), WHY, now=NOW)
    call = an_open_call()
    notice = cancel_call(call, WHY, now=NOW)
    assert (call.state(NOW), call.cancelled) == (State.CANCELLED, True)
    assert heard == [("cancelled", notice)]
    lines = Entry.objects.count()
    assert cancel_call(call, WHY, now=NOW + timedelta(seconds=1)) == notice
    assert (heard, Entry.objects.count()) == ([("cancelled", notice)], lines)
    refused("call-cancelled", cancel_call, call, {**WHY, "fr": "Autre motif"}, now=NOW)
    refused("call-not-open", extend_call, call, PartialDate(2027, 5, 1), time(9), WHY, now=NOW)
    assert queries.open_calls(NOW) == []
    assert [one.slug for one in queries.published_calls()] == ["2027"]


def test_a_call_is_added_once_and_its_known_dates_move_by_acts() -> None:
    call = add_call("2030", {"year": 2030, "title": text("2030")})
    assert last_line().details["new"] is True
    refused("call-slug-taken", add_call, "2030", {"year": 2030, "title": text("x")})
    keep_call(call, {"closes_on": PartialDate(2030, 4, 1)}, now=NOW)
    lines = Entry.objects.count()
    keep_call(call, {"closes_on": PartialDate(2030, 4, 1)}, now=NOW)
    assert Entry.objects.count() == lines
    shown = an_open_call()
    refused("call-dates-published", keep_call, shown, {"closes_hour": time(12)}, now=NOW)
    refused("call-opening-over", keep_call, shown, {"opens_hour": time(12)}, now=NOW)
    early = NOW - timedelta(days=60)
    assert keep_call(shown, {"opens_hour": time(9)}, now=early).opens_hour == time(9)


def test_the_opening_is_fixed_once_it_came_and_may_come_sooner_by_hand() -> None:
    call = an_open_call()
    later = {"opens_on": PartialDate(2027, 3, 20)}
    refused("call-opening-over", keep_call, call, later, now=NOW)
    call.refresh_from_db()
    assert call.state(NOW) == State.OPEN
    coming = an_open_call("coming", opens_on=PartialDate(2027, 3, 25))
    assert coming.state(NOW) == State.COMING
    opened = keep_call(coming, {"opens_on": PartialDate(2027, 3, 10)}, now=NOW)
    assert opened.state(NOW) == State.OPEN


def test_two_clerks_on_one_text_see_both() -> None:
    call = a_call()
    article = call.articles.get(number="1")
    marks = marks_seen(article, ("number", "title", "text"))
    keep_row(
        call, "article", article.pk, {"number": "1", "title": text("Mine"), "text": article.text}
    )
    values = {"number": "1", "title": text("Yours"), "text": article.text}
    refusal = refused("record-changed", keep_row, call, "article", article.pk, values, marks=marks)
    (clash,) = refusal.details["clashes"]
    assert "Mine" in clash["theirs"]
    assert "Yours" in clash["mine"]
    assert Article.objects.get(pk=article.pk).title["fr"] == "Mine (fr)"


def test_rows_are_added_known_and_gone() -> None:
    call = a_call()
    values = {"number": "3", "title": text("T"), "text": text("X")}
    row = keep_row(call, "article", None, values)
    assert row_of(call, "article", row.pk) == row
    refused("row-known", keep_row, call, "article", None, values)
    with pytest.raises(ValidationError):
        keep_row(call, "article", None, {**values, "number": "3 §"})
    lines = Entry.objects.count()
    keep_row(call, "article", row.pk, values)
    assert Entry.objects.count() == lines
    remove_row(call, "article", row.pk)
    refused("row-gone", remove_row, call, "article", row.pk)
    refused("row-gone", keep_row, call, "article", row.pk, values)


def test_practical_information_of_a_published_call_is_whole_at_once() -> None:
    call = an_open_call()
    values = {"slug": "q", "question": text("Why?"), "answer": {"fr": "Parce que"}}
    with override("en"):
        refusal = refused("row-texts-missing", keep_row, call, "faq", None, values)
        assert "Answer (Nederlands)" in sentence(refusal)
    row = keep_row(call, "faq", None, {**values, "answer": text("Because")})
    assert last_line().public is True
    remove_row(call, "faq", row.pk)
    assert last_line().public is True
    keep_row(a_call("draft"), "faq", None, values)


def test_a_track_that_visitors_know_stays() -> None:
    call = an_open_call()
    track = call.tracks.get(slug="ecm")
    refused("track-published", remove_row, call, "track", track.pk)
    # Whoever opened the page before it was published, too.
    call.current = None
    refused("track-published", remove_row, call, "track", track.pk)
    call.refresh_from_db()
    kept = {"slug": "cooperation", "title": text("C"), "summary": text("S")}
    refused("track-published", write_sheet, call, {"tracks": [kept]})
    draft = a_call("draft")
    remove_row(draft, "track", draft.tracks.get(slug="ecm").pk)
    assert list(Track.objects.filter(call=draft).values_list("slug", flat=True)) == ["cooperation"]
    refused(
        "track-unknown",
        write_sheet,
        draft,
        {"requirements": [{"slug": "r", "text": text("R"), "needs": "a = b", "track": "x"}]},
    )


def test_documents_are_asked_by_track_and_applicant() -> None:
    asked = [
        {"slug": "all", "title": text("A")},
        {"slug": "statutes", "title": text("S"), "applicants": ["asbl"]},
        {"slug": "letter", "title": text("L"), "track": "cooperation"},
    ]
    found = queries.working(a_call(asked_documents=asked))

    def slugs(*given: str) -> list[str]:
        return [one.slug for one in queries.asked_documents(found, *given)]

    assert slugs("cooperation", "asbl") == ["all", "statutes", "letter"]
    assert slugs("ecm", "de-facto") == ["all"]


def test_the_calendar_is_in_the_order_of_time() -> None:
    dates = [
        {"slug": "month", "kind": "decision", "title": text("M"), "date": PartialDate(2027, 3)},
        {"slug": "unknown", "kind": "other", "title": text("U")},
        {
            "slug": "session",
            "kind": "information",
            "title": text("S"),
            "date": PartialDate(2027, 2, 21),
            "starts_at": time(18),
            "ends_at": time(19),
        },
    ]
    call = a_call(dates=dates)
    steps = calendar_of(call, list(call.dates.all()))
    names = [step.row.slug if step.row else step.code for step in steps]
    assert names == ["opening", "session", "month", "closing", "unknown"]
    assert steps[1].ends > steps[1].starts
    assert calendar_of(Call(slug="x", year=2027), []) == []


def test_the_next_moment_is_an_opening_or_just_after_a_closing() -> None:
    assert queries.next_moment(NOW) is None
    call = an_open_call()
    assert queries.next_moment(NOW) == HOUR + timedelta(seconds=1)
    grace = HOUR + timedelta(minutes=30, seconds=1)
    assert queries.next_moment(HOUR + timedelta(seconds=2)) == grace
    assert queries.next_moment(grace) is None
    Call.objects.filter(pk=call.pk).update(opens_hour=time(9))
    call.refresh_from_db()
    early = NOW - timedelta(days=60)
    assert queries.next_moment(early) == call.opens_at
    Call.objects.filter(pk=call.pk).update(closes_hour=None)
    assert queries.next_moment(NOW) is None


def test_a_number_of_the_rules_holds_from_its_publication_on() -> None:
    call = an_open_call()
    call = keep_call(call, {"grace_minutes": 5}, now=NOW)
    in_grace = HOUR + timedelta(seconds=2)
    assert (queries.in_force(call, "grace_minutes"), call.grace_minutes) == (30, 5)
    assert queries.next_moment(in_grace) == HOUR + timedelta(minutes=30, seconds=1)
    amend_call(call, WHY, now=NOW)
    assert queries.in_force(call, "grace_minutes") == 5
    assert queries.next_moment(in_grace) == HOUR + timedelta(minutes=5, seconds=1)


def test_who_may_write_and_publish() -> None:
    clerk, editor = person(Act.KEEP), person(Act.PUBLISH)
    assert (may_keep(clerk), may_publish(clerk)) == (True, False)
    assert (may_keep(editor), may_publish(editor)) == (False, True)


def test_what_waits_for_a_clerk() -> None:
    a_call("draft")
    an_open_call()
    assert queries.waiting(person("none.at-all"), NOW.date()) == []
    draft, soon = queries.waiting(person(Act.KEEP), (HOUR - timedelta(days=3)).date())
    assert (draft.count, soon.count) == (1, 1)
    assert queries.waiting(person(Act.KEEP), NOW.date())[1].count == 0


def test_every_act_is_told_in_words() -> None:
    with override("en"):
        assert act_words("calls.publish") == str(ACTS["calls.publish"])
        assert act_words("calls.keep-article") == "Line written: an article"
        assert act_words("calls.remove-faq") == "Line removed: a question and its answer"
        assert act_words("evidence.drop-claims") == "Sources of a fact taken away"
        assert act_words("other.act") == "other.act"
        assert moment_words(HOUR) == "Thursday 1 April 2027 at 16:00"
        assert moment_words(None) == ""


@pytest.mark.parametrize(
    ("utc_hour", "language", "told"),
    [
        (0, "fr", "dimanche 31 octobre 2027 à 02:30, heure d’été d’Europe centrale"),
        (1, "fr", "dimanche 31 octobre 2027 à 02:30, heure normale d’Europe centrale"),
        (0, "nl", "zondag 31 oktober 2027 om 02:30, Midden-Europese zomertijd"),
        (2, "nl", "zondag 31 oktober 2027 om 03:30"),
    ],
)
def test_of_an_hour_that_comes_twice_it_is_said_which(utc_hour, language: str, told: str) -> None:
    with override(language):
        assert moment_words(datetime(2027, 10, 31, utc_hour, 30, tzinfo=UTC)) == told
