"""The clerks' list: searched, narrowed, counted, taken along; and few questions however long it is."""

import csv
from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.registers.queries.sheets import MEDIA_TYPES
from jumelage.programmes.applications.choices import Letter, Sent, State
from jumelage.programmes.applications.models import Application, Mail
from jumelage.programmes.applications.queries.files import access_to, inside
from jumelage.programmes.applications.services.depositing.complete_application import (
    complete_application,
)
from jumelage.programmes.applications.services.exceptions.open_window import open_completion
from jumelage.programmes.applications.services.exchange.ask_question import ask_question
from jumelage.programmes.applications.services.writing.save_section import save_section
from jumelage.programmes.intake.queries import waiting
from jumelage.programmes.intake.queries.export import sheet_rows
from jumelage.programmes.intake.queries.listing import calls_listed, counts, listed, rows_of
from jumelage.programmes.intake.services.export_applications import export_applications
from jumelage.programmes.intake.services.make_fictional import make_fictional_application
from tests.factories.applications import NOW, a_call, an_application, seen_by
from tests.factories.intake import entered
from tests.factories.staff import at_desk, person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _demo(settings):
    settings.DEMO = True


@pytest.fixture
def clerk():
    return person("applications.handle", "applications.intake")


@pytest.fixture
def call(clerk):
    """Two deposited (an association, a school), one draft, one on paper."""
    found = a_call()
    for number in (12, 13):
        make_fictional_application(found, number, now=NOW + timedelta(minutes=number))
    make_fictional_application(found, 14, now=NOW, deposit=False)
    entered(found, clerk, language="nl")
    return found


def _number(user, call, **asked):
    return listed(user, call, asked).count()


def test_the_list_is_narrowed_by_each_filter(clerk, call):
    deposited = listed(clerk, call, {"state": "deposited"})
    first = deposited[0]
    assert _number(clerk, call) == 4
    assert deposited.count() == 2
    assert _number(clerk, call, state="draft") == 2
    assert _number(clerk, call, channel="paper") == 1
    assert (
        _number(clerk, call, kind="de_facto")
        == Application.objects.filter(organisation__dossier__legal_form="de_facto").count()
        > 0
    )
    assert _number(clerk, call, track=first.track.slug) >= 1
    assert _number(clerk, call, language="nl") + _number(clerk, call, language="fr") == 4
    assert _number(clerk, call, text=first.number) == 1
    assert _number(clerk, call, text=first.number.replace("-", "")) == 1
    assert _number(clerk, call, text=first.number[:10]) == 1
    assert _number(clerk, call, text="VOISINS labe") == 1
    assert _number(clerk, call, text=first.title.split()[0]) >= 1
    assert _number(clerk, call, text="no such word") == 0
    assert _number(clerk, call, text="?!") == 0


def test_the_order(clerk, call):
    newest = [one.pk for one in listed(clerk, call, {"state": "deposited", "sort": "newest"})]
    oldest = [one.pk for one in listed(clerk, call, {"state": "deposited", "sort": "oldest"})]
    assert newest == oldest[::-1]
    names = [str(one.organisation.dossier) for one in listed(clerk, call, {"sort": "name"})]
    assert names == sorted(names)
    written = [
        one.saved_at for one in listed(clerk, call, {"sort": "written", "state": "deposited"})
    ]
    assert written == sorted(written, reverse=True)


@pytest.mark.parametrize("sort", ["newest", "oldest", "written", "name"])
def test_what_has_no_such_hour_comes_last_on_every_database(clerk, call, sort):
    Application.objects.exclude(state="deposited").update(saved_at=None, organisation=None)
    found = listed(clerk, call, {"sort": sort})
    # PostgreSQL puts what has no value first where SQLite puts it last, and the other way round.
    assert "NULLS LAST" in str(found.query)
    assert [one.state for one in found] == ["deposited", "deposited", "draft", "draft"]


def test_counts_by_state(clerk, call):
    assert counts(clerk, call, {}) == {State.DEPOSITED: 2, State.DRAFT: 2}
    assert counts(clerk, call, {"state": "draft", "channel": "paper"}) == {State.DRAFT: 1}
    assert counts(person("applications.read"), call, {}) == {State.DEPOSITED: 2}


def test_completions(clerk, call):
    found = listed(clerk, call, {"state": "deposited"})[0]
    access = access_to(clerk, found.key)
    open_completion(
        access,
        ["title"],
        reason="missing",
        message="?",
        until=NOW + timedelta(days=7),
        user=clerk,
        now=NOW,
    )
    assert [one.pk for one in listed(clerk, call, {"completeness": "asked"})] == [found.pk]
    assert _number(clerk, call, completeness="whole") == 1
    (row,) = rows_of(clerk, listed(clerk, call, {"completeness": "asked"}))
    assert row.completion_asked
    author = found.created_by
    mine = seen_by(author, found)
    save_section(mine, "project", {"title": "Autre"}, user=author, seen=None, now=NOW)
    complete_application(mine, user=author, now=NOW)
    assert [one.pk for one in listed(clerk, call, {"completeness": "completed"})] == [found.pk]
    (row,) = rows_of(clerk, listed(clerk, call, {"completeness": "completed"}))
    assert not row.completion_asked
    assert row.amount_cents > 0


def test_a_draft_is_not_searched_by_its_title(clerk, call):
    draft = Application.objects.get(state="draft", channel="online")
    word = draft.title.split()[0]
    assert draft.pk not in [one.pk for one in listed(clerk, call, {"text": word})]
    reader = person("applications.handle")
    assert draft.pk not in [one.pk for one in listed(reader, call, {"text": word})]


def test_what_each_sees_of_a_row(clerk, call):
    def rows(user):
        return {row.application.state: row for row in rows_of(user, listed(user, call, {}))}

    full = rows(person("applications.handle"))
    assert full["deposited"].title
    assert full["deposited"].iban
    assert full["deposited"].amount_cents
    assert full["draft"].title == ""
    assert full["draft"].amount_cents is None
    alderman = rows(person("applications.read"))
    assert set(alderman) == {"deposited"}
    assert alderman["deposited"].iban == ""
    assert rows(person("applications.read-accounts"))["deposited"].iban
    typist = person("applications.intake")
    assert [one.channel for one in listed(typist, call, {})] == ["paper"]
    assert rows_of(typist, listed(typist, call, {}))[0].organisation == "Les Voisins de Labé"
    assert not listed(person("registers.read"), call, {}).exists()


def test_an_application_without_organisation_has_a_row(clerk):
    access = an_application()
    Application.objects.update(organisation=None)
    (row,) = rows_of(clerk, listed(clerk, access.application.call, {}))
    assert row.organisation == ""


def test_an_organisation_without_dossier_keeps_its_name(clerk):
    access = an_application()
    access.application.organisation.dossier.documents.all().delete()
    access.application.organisation.dossier.delete()
    (row,) = rows_of(clerk, listed(clerk, access.application.call, {}))
    assert row.organisation == str(access.application.organisation)


def test_calls_of_which_one_may_know(clerk, call):
    hidden = a_call(published=False)
    assert calls_listed(clerk) == [call]
    an_application(call=a_call())
    call.published = False
    call.save()
    assert call in calls_listed(clerk)
    assert hidden not in calls_listed(clerk)


@pytest.mark.parametrize("kind", list(MEDIA_TYPES))
def test_the_file_holds_what_its_reader_sees(call, kind):
    finance = person("applications.read-accounts", "registers.export")
    found = listed(finance, call, {})
    content = export_applications(call, found, kind, user=finance)
    assert content
    assert Entry.objects.get(act="intake.export").details == {"kind": kind, "rows": 2}
    if kind == "csv":
        rows = list(csv.reader(StringIO(content.decode("utf-8-sig"))))
        assert len(rows) == 3
        assert "BE" in rows[1][8]
    if kind == "xlsx":
        assert load_workbook(BytesIO(content)).active.max_row == 3


def test_the_file_is_refused(call, clerk):
    found = listed(clerk, call, {})
    with pytest.raises(Refused, match="export-not-allowed"):
        export_applications(call, found, "csv", user=clerk)
    with pytest.raises(Refused, match="export-kind"):
        export_applications(
            call, found, "pdf", user=person("applications.read", "registers.export")
        )


def test_drafts_are_rows_of_little(call):
    reader = person("applications.handle")
    rows = list(sheet_rows(reader, listed(reader, call, {"state": "draft", "channel": "online"})))
    assert len(rows) == 2
    assert rows[1][0] == rows[1][6] == rows[1][7] == rows[1][8] == ""


def test_the_page_and_its_file(call):
    client = at_desk("applications.handle", "registers.export")
    page = client.get(reverse("desk-applications"))
    assert page.status_code == 200
    assert "Les Voisins de Labé" in page.content.decode()
    assert "XLSX" in page.content.decode()
    nothing = client.get(reverse("desk-applications"), {"text": "zzz", "state": "nonsense"})
    assert "No application is found" in nothing.content.decode()
    file = client.get(reverse("desk-applications-export", args=["csv"]), {"call": call.slug})
    assert file["Content-Disposition"].endswith(f'applications-{call.slug}.csv"')
    assert client.get(reverse("desk-applications-export", args=["pdf"])).status_code == 404
    gone = client.get(reverse("desk-applications-export", args=["csv"]), {"call": "nowhere"})
    assert gone.status_code == 404
    plain = at_desk("applications.handle")
    assert "XLSX" not in plain.get(reverse("desk-applications")).content.decode()
    assert plain.get(reverse("desk-applications-export", args=["csv"])).status_code == 404


def test_without_a_call_the_page_says_so():
    page = at_desk("applications.read").get(reverse("desk-applications"))
    assert "No call is published yet" in page.content.decode()


def test_the_list_asks_the_same_with_one_and_with_three(django_assert_num_queries):
    call, client = a_call(), at_desk("applications.handle", "applications.intake")
    address = reverse("desk-applications")
    make_fictional_application(call, 2, now=NOW)
    client.get(address)
    with django_assert_num_queries(12):
        client.get(address)
    for number in (3, 4):
        make_fictional_application(call, number, now=NOW)
    with django_assert_num_queries(12):
        client.get(address)


def test_what_waits(clerk, call):
    deposited = Application.objects.filter(state="deposited").first()
    ask_question(
        seen_by(deposited.created_by, deposited), "When?", user=deposited.created_by, now=NOW
    )
    Mail.objects.create(
        application=deposited, kind=Letter.RECEIPT, occasion="x", address=deposited.created_by.email, language="fr",
        state=Sent.BOUNCED,
    )  # fmt: skip
    assert [one.count for one in waiting(clerk, NOW.date())] == [1, 1, 1]
    assert waiting(clerk, NOW.date())[0].urgent
    assert waiting(person("applications.read"), NOW.date()) == []
    (row,) = rows_of(clerk, listed(clerk, call, {"text": deposited.deposits.get().number}))
    assert row.mail_trouble


def test_a_paper_one_opens_for_who_entered_it(clerk, call):
    paper = Application.objects.get(channel="paper")
    assert inside(clerk, paper.key)
    assert inside(person("applications.handle"), paper.key) is None
