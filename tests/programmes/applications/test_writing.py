"""Drafts: started, written by several, never losing a word, moved along with their form."""

from datetime import timedelta

import pytest

from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.choices import Act, Channel, Right, State
from jumelage.programmes.applications.models import (
    Application,
    Attachment,
    Carry,
    Conflict,
    Member,
    SectionVersion,
)
from jumelage.programmes.applications.queries.answers import draft_of
from jumelage.programmes.applications.rules.content import mark_of
from jumelage.programmes.applications.services.writing.add_file import add_file, remove_file
from jumelage.programmes.applications.services.writing.carry_draft import (
    carry_draft,
    mark_carry_seen,
)
from jumelage.programmes.applications.services.writing.choose_frame import choose_frame
from jumelage.programmes.applications.services.writing.note_use import note_use
from jumelage.programmes.applications.services.writing.save_section import save_section
from jumelage.programmes.applications.services.writing.settle_conflict import settle_conflict
from jumelage.programmes.applications.services.writing.start_application import (
    MOST_DRAFTS,
    start_application,
)
from tests.factories.accounts import UserFactory
from tests.factories.applications import (
    ANSWERS,
    HOUR,
    NOW,
    a_call,
    a_dossier,
    a_version,
    an_application,
    definition,
    fill,
    join,
    publish,
    seen_by,
    words,
)
from tests.factories.files import pdf
from tests.factories.staff import person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path


def test_who_starts_is_in_the_lead_and_a_draft_has_no_number():
    user = UserFactory()
    access = an_application(user)
    application = access.application
    assert (application.state, application.language) == (State.DRAFT, "fr")
    member = application.members.get()
    assert (member.user, member.right, member.lead) == (user, Right.DEPOSIT, True)
    assert not application.deposits.exists()
    line = Entry.objects.get(act="applications.start")
    assert (line.actor, line.public) == (str(user.pk), False)


def test_nothing_starts_outside_the_hours_of_the_call():
    call, user = a_call(), UserFactory()
    track = call.tracks.get(slug="ecm")
    given = {"user": user, "organisation": None, "language": "fr"}
    for now, code in (
        (HOUR + timedelta(seconds=1), "too-late"),
        (HOUR - timedelta(days=90), "too-early"),
    ):
        with pytest.raises(Refused, match=code):
            start_application(call, track, **given, now=now)
    call.cancelled = True
    with pytest.raises(Refused, match="call-is-cancelled"):
        start_application(call, track, **given, now=NOW)
    assert not Application.objects.exists()
    call.cancelled = False
    assert start_application(call, track, **given, now=HOUR).organisation is None


def test_a_draft_begins_in_its_own_call_for_an_organisation_of_one_s_own():
    call, other, user = a_call(), a_call(), UserFactory()
    given = {"user": user, "language": "fr", "now": NOW}
    with pytest.raises(Refused, match="track-elsewhere"):
        start_application(call, other.tracks.first(), organisation=None, **given)
    stranger = a_dossier(UserFactory()).organisation
    with pytest.raises(Refused, match="organisation-not-yours"):
        start_application(call, call.tracks.first(), organisation=stranger, **given)
    bare = a_call()
    bare.form = None
    publish(bare)
    with pytest.raises(Refused, match="call-without-form"):
        start_application(bare, bare.tracks.first(), organisation=None, **given)


def test_one_person_begins_so_many_drafts_in_one_call_and_no_more():
    call, user = a_call(), UserFactory()
    given = {"organisation": None, "language": "fr", "now": NOW}
    begun = [
        start_application(call, call.tracks.first(), user=user, **given) for _ in range(MOST_DRAFTS)
    ]
    with pytest.raises(Refused, match="drafts-many") as refused:
        start_application(call, call.tracks.first(), user=user, **given)
    assert refused.value.details == {"most": 20}
    # What is deposited is no draft; another person and another call count for themselves.
    Application.objects.filter(pk=begun[0].pk).update(state=State.DEPOSITED)
    start_application(call, call.tracks.first(), user=user, **given)
    start_application(call, call.tracks.first(), user=UserFactory(), **given)
    other = a_call()
    start_application(other, other.tracks.first(), user=user, **given)
    assert Application.objects.count() == MOST_DRAFTS + 3


def test_a_save_counts_versions_and_a_sitting_shares_one():
    user, ben = UserFactory(), UserFactory()
    access = an_application(user)
    Member.objects.create(application=access.application, user=ben, right=Right.EDIT)

    def save(value: str, minutes: int, who=user):
        now = NOW + timedelta(minutes=minutes)
        seen = seen_by(who, access.application)
        return save_section(seen, "project", {"title": value}, user=who, seen=None, now=now)

    assert [save(text, at).number for text, at in (("E", 0), ("Ea", 1), ("Eau", 9))] == [1, 2, 3]
    assert SectionVersion.objects.count() == 1
    assert save("Eau", 10).changed == ()
    save("Eau.", 11)
    save("L’eau", 12, ben)
    save("L’eau.", 13)
    kept = [(v.number, v.answers["title"], v.saved_by) for v in SectionVersion.objects.all()]
    assert kept == [
        (6, "L’eau.", user),
        (5, "L’eau", ben),
        (4, "Eau.", user),
        (3, "Eau", user),
    ]
    application = Application.objects.get()
    assert (application.title, application.saved_at) == ("L’eau.", NOW + timedelta(minutes=13))
    assert draft_of(application).answers == {"title": "L’eau."}


def test_a_draft_saves_right_or_wrong_and_an_emptied_answer_goes():
    user = UserFactory()
    access = an_application(user)
    wrong = {"title": "x" * 500, "summary": "S", "unknown": "?"}
    save_section(access, "project", wrong, user=user, seen=None, now=NOW)
    draft = draft_of(access.application)
    assert "unknown" not in draft.answers
    assert "answer-long-characters" in {one.code for one in draft.problems}
    save_section(access, "project", {"summary": None}, user=user, seen=None, now=NOW)
    assert "summary" not in draft_of(access.application).answers
    with pytest.raises(Refused, match="section-unknown"):
        save_section(access, "nowhere", {}, user=user, seen=None, now=NOW)


def test_two_windows_on_one_question_lose_no_text():
    user, ben = UserFactory(), UserFactory()
    access = an_application(user)
    Member.objects.create(application=access.application, user=ben, right=Right.EDIT)
    his = seen_by(ben, access.application)
    save_section(
        access, "project", {"title": "Début", "audience": "Élèves"}, user=user, seen={}, now=NOW
    )
    seen = {"title": mark_of("Début"), "audience": mark_of("Élèves")}
    save_section(
        access, "project", {"title": "D’Ann", "audience": "Élèves"}, user=user, seen=seen, now=NOW
    )
    for typed in ("De", "De Ben"):
        saved = save_section(
            his, "project", {"title": typed, "audience": "Parents"}, user=ben, seen=seen, now=NOW
        )
    assert saved.conflicts == ("title",)
    assert draft_of(access.application).answers == {"title": "D’Ann", "audience": "Parents"}
    conflict = Conflict.objects.get()
    assert (conflict.standing, conflict.other) == ("D’Ann", "De Ben")
    assert (conflict.standing_by, conflict.other_by) == (user, ben)
    assert draft_of(access.application).left > 0
    with pytest.raises(Refused, match="conflict-choice"):
        settle_conflict(access, conflict.pk, "neither", user=user, now=NOW)
    settle_conflict(access, conflict.pk, "both", user=user, now=NOW)
    assert draft_of(access.application).answers["title"] == "D’Ann / De Ben"
    with pytest.raises(Refused, match="conflict-unknown"):
        settle_conflict(access, conflict.pk, "other", user=user, now=NOW)


@pytest.mark.parametrize(("choice", "title"), [("standing", "D’Ann"), ("other", "De Ben")])
def test_one_of_two_texts_is_chosen_and_both_stay_in_the_row(choice, title):
    user = UserFactory()
    access = an_application(user)
    save_section(access, "project", {"title": "D’Ann"}, user=user, seen=None, now=NOW)
    save_section(
        access, "project", {"title": "De Ben"}, user=user, seen={"title": "0" * 8}, now=NOW
    )
    conflict = Conflict.objects.get()
    settled = settle_conflict(access, conflict.pk, choice, user=user, now=NOW)
    assert draft_of(access.application).answers["title"] == title
    assert (settled.standing, settled.other, settled.chosen) == ("D’Ann", "De Ben", title)
    assert settled.settled_by == user


@pytest.mark.parametrize(
    ("part", "field", "first", "second"),
    [
        ("money", "budget", {"ask_cents": 1}, {"ask_cents": 2}),
        ("project", "country", "GN", "CD"),
        ("project", "title", "D’Ann", ""),
    ],
)
def test_only_texts_are_joined_with_one_another(part, field, first, second):
    user = UserFactory()
    access = an_application(user)
    save_section(access, part, {field: first}, user=user, seen=None, now=NOW)
    save_section(access, part, {field: second}, user=user, seen={field: "0"}, now=NOW)
    with pytest.raises(Refused, match="conflict-choice"):
        settle_conflict(access, Conflict.objects.get().pk, "both", user=user, now=NOW)
    Conflict.objects.update(field="gone")
    with pytest.raises(Refused, match="conflict-choice"):
        settle_conflict(access, Conflict.objects.get().pk, "both", user=user, now=NOW)


def test_who_may_only_read_writes_nothing():
    access = an_application()
    reader = UserFactory()
    Member.objects.create(application=access.application, user=reader, right=Right.VIEW)
    his = seen_by(reader, access.application)
    with pytest.raises(Refused, match="writing-not-allowed"):
        save_section(his, "project", {"title": "x"}, user=reader, seen=None, now=NOW)
    note_use(his, now=NOW + timedelta(hours=1))
    assert Application.objects.get().active_at == NOW


def test_after_the_hour_a_draft_in_use_goes_on_and_another_does_not():
    user = UserFactory()
    access = an_application(user)
    late = HOUR + timedelta(minutes=5)
    with pytest.raises(Refused, match="too-late"):
        save_section(access, "project", {"title": "x"}, user=user, seen=None, now=late)
    note_use(access, now=HOUR - timedelta(minutes=10))
    saved = save_section(access, "project", {"title": "x"}, user=user, seen=None, now=late)
    assert saved.changed == ("title",)
    note_use(access, now=late)
    # What came after the hour does not count as a use before it.
    assert Application.objects.get().active_at == HOUR - timedelta(minutes=10)
    with pytest.raises(Refused, match="too-late"):
        save_section(
            access,
            "project",
            {"title": "y"},
            user=user,
            seen=None,
            now=HOUR + timedelta(minutes=31),
        )


def test_organisation_and_track_may_change_and_answers_stay():
    user = UserFactory()
    access = an_application(user)
    save_section(access, "project", {"country": "GN"}, user=user, seen=None, now=NOW)
    call, other = access.application.call, a_dossier(user).organisation
    ecm = call.tracks.get(slug="ecm")
    choose_frame(access, user=user, organisation=other, track=ecm, now=NOW)
    choose_frame(access, user=user, organisation=other, track=ecm, now=NOW)
    application = Application.objects.get()
    assert (application.organisation, application.track) == (other, ecm)
    assert draft_of(application).context["cap_cents"] == 400_000
    assert "country" not in {one.field for one in draft_of(application).problems}
    assert application.sections.get().answers == {"country": "GN"}
    assert Entry.objects.filter(act="applications.choose-frame").count() == 1
    with pytest.raises(Refused, match="track-elsewhere"):
        choose_frame(access, user=user, organisation=other, track=a_call().tracks.first(), now=NOW)
    stranger = a_dossier(UserFactory()).organisation
    with pytest.raises(Refused, match="organisation-not-yours"):
        choose_frame(access, user=user, organisation=stranger, track=ecm, now=NOW)


def test_files_are_kept_once_and_removed_ones_stay_for_a_deposit():
    user = UserFactory()
    access = an_application(user)
    first = join(access, user)
    assert join(access, user) == first
    assert draft_of(access.application).answers["letter"] == [
        {"id": first.pk, "name": "lettre.pdf", "size_bytes": first.size_bytes}
    ]
    join(access, user, content=pdf("Deux"))
    with pytest.raises(Refused, match="files-many"):
        join(access, user, content=pdf("Trois"))
    with pytest.raises(Refused, match="field-unknown"):
        add_file(access, "title", pdf("x"), name="x.pdf", user=user, now=NOW)
    with pytest.raises(Refused, match="field-unknown"):
        add_file(access, "document-nothing", pdf("x"), name="x.pdf", user=user, now=NOW)
    with pytest.raises(Refused, match="upload-empty"):
        add_file(access, "letter", b"", name="x.pdf", user=user, now=NOW)
    remove_file(access, first.pk, now=NOW)
    with pytest.raises(Refused, match="file-unknown"):
        remove_file(access, first.pk, now=NOW)
    assert Attachment.objects.get(pk=first.pk).removed_at == NOW
    assert len(draft_of(access.application).answers["letter"]) == 1


def test_a_document_asked_beside_the_form_is_left_to_do_until_it_is_joined():
    user, call = UserFactory(), a_call()
    for slug, required in (("iban", True), ("programme", True), ("picture", False)):
        call.asked_documents.create(slug=slug, title=words(slug), required=required)
    publish(call)
    access = an_application(user, call)
    draft = draft_of(access.application)
    assert [one.slug for one in draft.asked_files] == ["programme", "picture"]
    assert [one.slug for one in draft.missing_files] == ["programme"]
    add_file(access, "document-programme", pdf("Jour 1"), name="p.pdf", user=user, now=NOW)
    assert draft_of(access.application).missing_files == ()


def test_a_new_form_moves_the_draft_along_and_keeps_what_lost_its_question():  # noqa: PLR0915
    user = UserFactory()
    access = an_application(user)
    fill(access, user, letter=False)
    save_section(access, "project", {"audience": "Élèves"}, user=user, seen=None, now=NOW)
    call = access.application.call
    raw = definition()
    fields = raw["sections"][0]["fields"]
    raw["sections"][0]["fields"] = [one for one in fields if one["code"] != "audience"]
    moved = raw["sections"][0]["fields"].pop(1)
    raw["sections"][1]["fields"].insert(0, moved)
    second = a_version(call.form, raw)
    publish(call)
    fresh = seen_by(user, access.application).application
    carry = carry_draft(fresh, now=NOW)
    assert carry
    assert carry.after == second
    assert set(carry.changes) == {"audience", "summary"}
    draft = draft_of(seen_by(user, fresh).application)
    assert draft.answers["summary"] == ANSWERS["project"]["summary"]
    assert draft.sections["money"].answers["summary"] == ANSWERS["project"]["summary"]
    assert draft.answers["_left_behind"] == {"audience": "Élèves"}
    assert carry_draft(seen_by(user, fresh).application, now=NOW) is None
    stale = access.application
    stale.call.current = call.current
    assert carry_draft(stale, now=NOW) is None
    assert stale.form_version == second
    assert Entry.objects.get(act="applications.carry").actor == ""
    mark_carry_seen(fresh, now=NOW)
    assert Carry.objects.get().seen_at == NOW


def test_what_is_deposited_keeps_its_form():
    access = an_application()
    application = access.application
    a_version(application.call.form)
    publish(application.call)
    application.call.refresh_from_db()
    application.state = State.DEPOSITED
    assert carry_draft(application, now=NOW) is None


def test_a_paper_application_keeps_its_organisation_when_the_service_changes_the_track():
    access, clerk = an_application(), person(Act.INTAKE)
    Application.objects.update(channel=Channel.PAPER)
    theirs, named = seen_by(clerk, access.application), access.application.organisation
    ecm = access.application.call.tracks.get(slug="ecm")
    choose_frame(theirs, user=clerk, organisation=None, track=ecm, now=NOW)
    application = Application.objects.get()
    assert (application.organisation, application.track) == (named, ecm)
    # Online, None is a choice: it will be said later.
    Application.objects.update(channel=Channel.ONLINE)
    lead = application.created_by
    choose_frame(seen_by(lead, application), user=lead, organisation=None, track=ecm, now=NOW)
    assert Application.objects.get().organisation is None


def test_without_an_organisation_that_alone_is_left_to_do_of_the_dossier():
    user, call = UserFactory(), a_call()
    given = {"user": user, "organisation": None, "language": "fr", "now": NOW}
    draft = draft_of(start_application(call, call.tracks.first(), **given))
    assert (draft.dossier, draft.applicant, draft.dossier_lacks) == (None, "", ())
    assert draft.left == len(draft.problems) + 1


def test_a_draft_is_read_even_when_its_call_has_no_published_texts():
    user, call = UserFactory(), a_call()
    call.asked_documents.create(slug="programme", title=words("programme"), required=True)
    publish(call)
    access = an_application(user, call)
    assert draft_of(access.application).asked
    access.application.call.current = None
    draft = draft_of(access.application)
    assert (draft.asked, draft.track) == ((), access.application.track)
    assert draft.dossier_lacks == ()


def two_texts(access, user, field="audience"):
    """Two texts for one question of the section `project`."""
    for said, seen in (("Élèves", None), ("Parents", {field: "0"})):
        save_section(access, "project", {field: said}, user=user, seen=seen, now=NOW)
    return Conflict.objects.get()


def test_two_texts_go_along_when_the_form_moves_their_question():
    user = UserFactory()
    access = an_application(user)
    two_texts(access, user)
    save_section(access, "project", {"audience": None}, user=user, seen=None, now=NOW)
    raw = definition()
    raw["sections"][1]["fields"].append(raw["sections"][0]["fields"].pop(2))
    a_version(access.application.call.form, raw)
    publish(access.application.call)
    moved = seen_by(user, access.application)
    carry_draft(moved.application, now=NOW)
    conflict = Conflict.objects.get()
    assert (conflict.section, conflict.settled_at) == ("money", None)
    settle_conflict(moved, conflict.pk, "other", user=user, now=NOW)
    assert draft_of(moved.application).answers == {"audience": "Parents"}


@pytest.mark.parametrize("change", ["gone", "another kind", "section gone"])
def test_two_texts_of_a_question_that_is_gone_hold_no_deposit_up(change):
    user = UserFactory()
    access = an_application(user)
    two_texts(access, user)
    raw = definition()
    first = raw["sections"][0]
    if change == "gone":
        del first["fields"][2]
    elif change == "another kind":
        first["fields"][2]["kind"] = "number"
    else:
        raw["sections"] = raw["sections"][1:]
    a_version(access.application.call.form, raw)
    publish(access.application.call)
    moved = seen_by(user, access.application).application
    carry_draft(moved, now=NOW)
    draft = draft_of(moved)
    assert draft.conflicts == ()
    assert draft.answers["_left_behind"] == {"audience": "Élèves"}
    kept = Conflict.objects.get()
    assert (kept.standing, kept.other, kept.settled_at) == ("Élèves", "Parents", NOW)
