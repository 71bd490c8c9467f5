"""Lists, forms, history, exports, two editors: through the pages, as staff meet them."""

import re
from datetime import UTC, datetime
from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import override

from jumelage.city.organisations.models import Organisation, Person
from jumelage.city.organisations.services.keep_organisation import keep_organisation
from jumelage.city.organisations.services.keep_person import keep_person
from jumelage.city.portfolio.models import Announcement, Place
from jumelage.city.portfolio.services.keep_announcement import keep_announcement
from jumelage.city.portfolio.services.keep_partnership import keep_partnership
from jumelage.city.portfolio.services.keep_place import keep_place
from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.registers.backoffice.history import words_of_act
from jumelage.foundation.registers.forms import inputs
from jumelage.foundation.registers.models import RecordTexts, Work
from jumelage.foundation.registers.queries.histories import Told
from jumelage.foundation.registers.queries.records import text_of
from jumelage.foundation.registers.queries.registry import registers
from jumelage.foundation.registers.services.note_texts import confirm_texts
from jumelage.foundation.registers.services.save_record import save_record
from tests.factories.staff import at_desk

pytestmark = pytest.mark.django_db
NAMES = {
    "project",
    "partnership",
    "place",
    "announcement",
    "organisation",
    "person",
    "source",
    "document",
    "body",
    "decision",
}


@pytest.fixture
def place():
    return keep_place(
        "labe",
        {"name": {"fr": "Labé", "nl": "Labé", "en": "Labé"}, "kind": "city", "country": "GN"},
    )


def address(name, key="", what="record"):
    return reverse(
        f"register-{what}" if what != "list" else "register", args=[name, *([key] if key else [])]
    )


def filled(page):
    """What a browser would send back from the form on this page."""
    form = next(f for f in re.findall(r"<form.*?</form>", page, re.DOTALL) if 'name="marks"' in f)
    data = {}
    for tag in re.findall(r"<input[^>]*>", form):
        found = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        if found.get("type") not in {"checkbox", "radio", "file"} or "checked" in tag:
            data.setdefault(found["name"], []).append(found.get("value", ""))
    for name, text in re.findall(
        r'<textarea name="([^"]+)"[^>]*>\n?(.*?)</textarea>', form, re.DOTALL
    ):
        data[name] = [text]
    for name, options in re.findall(r'<select name="([^"]+)"[^>]*>(.*?)</select>', form, re.DOTALL):
        data[name] = re.findall(r'<option value="([^"]*)" selected', options)
    return {name: [unescape(value) for value in values] for name, values in data.items()}


def test_every_plain_register_is_there():
    assert {one.name for one in registers()} >= NAMES


@pytest.mark.parametrize("name", sorted(NAMES))
def test_list_and_empty_form_open(name):
    client = at_desk("registers.read", *(one.act for one in registers()))
    assert client.get(address(name, what="list")).status_code == 200
    assert client.get(address(name, what="add")).status_code == 200


@pytest.mark.parametrize(
    ("words", "found"),
    [("labe", True), ("LABÉ", True), ("abé lab", True), ("kin", False), ("l.be", False)],
)
def test_search_forgives_accents(place, words, found):
    page = (
        at_desk("registers.read").get(address("place", what="list"), {"q": words}).content.decode()
    )
    assert ("/record/labe/" in page) is found


def test_filters(place):
    client = at_desk("registers.read")
    assert (
        "/record/labe/"
        in client.get(
            address("place", what="list"), {"kind": "city", "country": "GN"}
        ).content.decode()
    )
    assert (
        "/record/labe/"
        not in client.get(address("place", what="list"), {"kind": "region"}).content.decode()
    )
    assert (
        "/record/labe/"
        in client.get(address("place", what="list"), {"kind": "nonsense"}).content.decode()
    )


@pytest.mark.parametrize("count", [1, 3, 25])
def test_a_list_costs_the_same_whatever_it_holds(count, django_assert_max_num_queries):
    for number in range(count):
        keep_organisation(
            f"org-{number}",
            {"name": {"fr": f"Organisation {number}"}, "kind": "ngo", "country": "BE"},
        )
    client = at_desk("registers.read", "registers.export", "organisations.keep")
    with django_assert_max_num_queries(15):
        page = client.get(address("organisation", what="list"))
    assert page.content.decode().count("/record/org-") == min(count, 20)


def test_a_record_is_added_through_the_rooms_service_and_journaled():
    client = at_desk("organisations.keep")
    data = {
        "own-slug": "les-amis", "own-name__fr": "Les Amis", "own-kind": "association", "own-country": "BE", "own-published": "on",
        "identifiers-TOTAL_FORMS": "1", "identifiers-INITIAL_FORMS": "0",
        "identifiers-0-scheme": "BE-BCE_KBO", "identifiers-0-value": "0403.019.261",
        "contacts-TOTAL_FORMS": "2", "contacts-INITIAL_FORMS": "0",
        "contacts-0-channel": "email", "contacts-0-value": "a@b.example",
    }  # fmt: skip
    answer = client.post(address("organisation", what="add"), data)
    assert answer.status_code == 302, answer.content.decode()
    record = Organisation.objects.get(slug="les-amis")
    assert (record.identifiers.get().value, record.contacts.get().value) == (
        "0403019261",
        "a@b.example",
    )
    line = Entry.objects.get(act="organisations.keep-organisation")
    assert (line.details["new"], line.actor != "") == (True, True)
    again = client.post(address("organisation", what="add"), data)
    assert again.status_code == 422
    assert "is taken by another record" in again.content.decode()


def test_what_the_service_refuses_is_told_and_nothing_is_lost():
    data = {
        "own-slug": "amis", "own-name__fr": "Les Amis", "own-kind": "ngo", "own-country": "BE",
        "identifiers-TOTAL_FORMS": "1", "identifiers-INITIAL_FORMS": "0",
        "identifiers-0-scheme": "BE-BCE_KBO", "identifiers-0-value": "0403.019.262",
        "contacts-TOTAL_FORMS": "0", "contacts-INITIAL_FORMS": "0",
    }  # fmt: skip
    answer = at_desk("organisations.keep").post(address("organisation", what="add"), data)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "do not match" in page
    assert 'value="Les Amis"' in page
    assert not Organisation.objects.exists()


def test_a_missing_text_is_asked_for():
    answer = at_desk("portfolio.keep").post(
        address("place", what="add"), {"own-slug": "x", "own-kind": "city", "own-country": "BE"}
    )
    assert answer.status_code == 422
    assert "This field is required" in answer.content.decode()


def test_a_date_that_is_none_is_told_at_its_field():
    client = at_desk("portfolio.keep")
    data = {
        f"{name}-{part}_FORMS": "0"
        for name in ("partners", "agreements", "axes")
        for part in ("TOTAL", "INITIAL")
    }
    data |= {
        "own-slug": "p",
        "own-title__fr": "P",
        "own-summary__fr": "S",
        "own-country": "BE",
        "own-order": "0",
        "own-start": "hier",
    }
    data["own-places"] = keep_place("x", {"name": {"fr": "X"}, "kind": "city", "country": "BE"}).pk
    page = client.post(address("partnership", what="add"), data)
    assert page.status_code == 422
    assert "“hier” is not a date" in page.content.decode()


def test_saving_the_form_as_it_came_changes_nothing(place):
    client = at_desk("portfolio.keep")
    before = Entry.objects.count()
    data = filled(client.get(address("place", "labe")).content.decode())
    assert client.post(address("place", "labe"), data).status_code == 302
    assert Entry.objects.count() == before


def test_two_editors_on_one_text_see_both(place):
    one, other = at_desk("portfolio.keep"), at_desk("portfolio.keep")
    mine, theirs = (
        filled(client.get(address("place", "labe")).content.decode()) for client in (one, other)
    )
    theirs["own-name__fr"] = ["Labé, en Guinée"]
    assert other.post(address("place", "labe"), theirs).status_code == 302
    mine["own-name__fr"] = ["Ville de Labé"]
    answer = one.post(address("place", "labe"), mine)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Labé, en Guinée" in page
    assert page.count("Ville de Labé") >= 2
    place.refresh_from_db()
    assert place.name["fr"] == "Labé, en Guinée"
    # Having read both, one keeps one's own: a choice, not an accident.
    assert one.post(address("place", "labe"), filled(page)).status_code == 302
    place.refresh_from_db()
    assert place.name["fr"] == "Ville de Labé"


def test_two_editors_on_different_texts_both_stay(place):
    one, other = at_desk("portfolio.keep"), at_desk("portfolio.keep")
    mine, theirs = (
        filled(client.get(address("place", "labe")).content.decode()) for client in (one, other)
    )
    theirs["own-name__nl"] = ["Labé (Guinee)"]
    other.post(address("place", "labe"), theirs)
    mine["own-name__fr"] = ["Ville de Labé"]
    answer = one.post(address("place", "labe"), mine, follow=True)
    assert "Somebody else changed this meanwhile" in answer.content.decode()
    place.refresh_from_db()
    assert (place.name["fr"], place.name["nl"]) == ("Ville de Labé", "Labé (Guinee)")


def test_what_is_not_published_has_no_publication():
    keep_place("x", {"name": {"fr": "Labé"}, "kind": "city", "country": "GN"})
    assert at_desk("portfolio.keep").post(address("place", "x", "publication")).status_code == 404


def test_publication_names_what_is_missing_then_passes():
    keep_announcement("next", {"text": {"fr": "Une suite"}, "published": False})
    client = at_desk("portfolio.keep", "portfolio.publish")
    page = client.post(address("announcement", "next", "publication"), follow=True).content.decode()
    assert (
        escape(
            "A public notice needs its texts in French and in Dutch. Missing: Text (Nederlands)."
        )
        in page
    )
    data = filled(page)
    data["own-text__nl"] = ["Een vervolg"]
    assert client.post(address("announcement", "next"), data).status_code == 302
    client.post(address("announcement", "next", "publication"))
    assert Announcement.objects.get().published
    client.post(address("announcement", "next", "publication"))
    assert not Announcement.objects.get().published


def test_history_says_who_and_what(place):
    client = at_desk("portfolio.keep", "registers.read")
    data = filled(client.get(address("place", "labe")).content.decode())
    data["own-area_km2"] = ["237"]
    client.post(address("place", "labe"), data)
    page = client.get(address("place", "labe", "history")).content.decode()
    assert "Changed: Area (km²)" in page
    assert "Person 1" in page
    assert "The system" in page


@pytest.mark.parametrize("kind", ["csv", "ods", "xlsx"])
def test_a_short_list_is_exported_at_once(place, kind):
    answer = at_desk("registers.read", "registers.export").post(
        address("place", what="export"), {"format": kind, "q": "labe"}
    )
    assert answer["Content-Disposition"] == f'attachment; filename="place.{kind}"'
    assert len(answer.content) > 100


def test_exporting_asks_for_a_known_format(place):
    client = at_desk("registers.read", "registers.export")
    assert client.post(address("place", what="export"), {"format": "exe"}).status_code == 302


@pytest.mark.parametrize(
    ("acts", "read", "keep", "export"),
    [
        (["registers.read"], 200, 403, 403),
        (["registers.read", "registers.export"], 200, 403, 302),
        (["portfolio.keep"], 200, 422, 403),
        (["portfolio.publish"], 403, 403, 403),
        (["organisations.keep"], 403, 403, 403),
        ([], 403, 403, 403),
    ],
)
def test_acts_open_doors(place, acts, read, keep, export):
    client = at_desk(*acts)
    assert client.get(address("place", what="list")).status_code == read
    assert client.get(address("place", "labe")).status_code == read
    assert client.post(address("place", "labe"), {}).status_code == keep
    assert client.post(address("place", what="export"), {"format": ""}).status_code == export


def test_who_may_only_read_is_offered_no_button(place):
    page = at_desk("registers.read").get(address("place", "labe")).content.decode()
    assert "Your role does not change it" in page
    assert ">Save<" not in page


@pytest.mark.parametrize(
    "path", ["/desk/", "/desk/registers/place/", "/desk/work/", "/desk/languages/", "/desk/set-up/"]
)
def test_the_desk_is_for_staff(client, path):
    assert client.get(path).status_code == 302
    assert at_desk("registers.read", staff=False).get(path).status_code == 403
    assert at_desk("registers.read", second_factor=False).get(path).status_code == 302


def test_what_is_not_there():
    client = at_desk("registers.read")
    assert client.get("/desk/registers/nothing/").status_code == 404
    assert client.get("/desk/registers/place/record/nothing/").status_code == 404


def test_states_of_texts_follow_every_change_and_can_be_confirmed(place):
    def states():
        return dict(
            RecordTexts.objects.filter(kind="portfolio.place").values_list("language", "state")
        )

    assert states() == {"fr": "complete", "nl": "complete", "en": "complete"}
    keep_place("labe", {"name": {"fr": "Ville de Labé", "nl": "Labé", "en": "Labé"}})
    assert states() == {"fr": "complete", "nl": "outdated", "en": "outdated"}
    client = at_desk("portfolio.keep", "registers.read")
    assert "To be checked" in client.get(address("place", "labe")).content.decode()
    client.post(address("place", "labe", "texts-checked"), {"language": "nl"})
    client.post(address("place", "labe", "texts-checked"), {"language": "xx"})
    assert states() == {"fr": "complete", "nl": "complete", "en": "outdated"}
    keep_place("labe", {"name": {"fr": "Ville de Labé", "nl": "", "en": "Labé"}})
    assert states()["nl"] == "missing"
    table = client.get("/desk/languages/", {"state": "missing", "language": "nl"}).content.decode()
    assert "/record/labe/" in table
    assert (
        "/record/labe/"
        not in client.get(
            "/desk/languages/", {"state": "complete", "language": "nl"}
        ).content.decode()
    )
    assert Place.objects.count() == 1


def test_more_records_than_a_list_can_show_are_named_by_their_short_name(place, monkeypatch):
    monkeypatch.setattr(inputs, "LONGEST_LIST", 0)
    page = at_desk("portfolio.keep").get(address("place", what="add")).content.decode()
    assert "Write its short name" in page


def test_codes_are_read_as_they_are_meant():
    field = inputs.CodesField(number=True)
    assert field.clean("1, 3,") == [1, 3]
    assert field.prepare_value([1, 3]) == "1, 3"
    assert field.prepare_value("1, 3") == "1, 3"
    assert inputs.CodesField().clean(" fr ,nl") == ["fr", "nl"]
    with override("en"), pytest.raises(ValidationError, match="Write numbers"):
        field.clean("one")


def test_a_record_that_went_meanwhile_is_refused(place):
    register = next(one for one in registers() if one.name == "place")
    with pytest.raises(Refused, match="record-gone"):
        save_record(register, "nowhere", {}, base={}, gather=dict, actor=None)


def test_people_have_their_name_as_title_in_every_language():
    keep_person("a-b", {"name": "A. B.", "public": False})
    assert not RecordTexts.objects.exclude(title__fr="A. B.").exists()
    register = next(one for one in registers() if one.name == "person")
    confirm_texts(register, Person(pk=0, slug="x"), "fr")


def test_what_the_record_itself_refuses_is_told_at_its_field(place):
    client = at_desk("portfolio.keep")
    data = filled(client.get(address("place", "labe")).content.decode()) | {"own-kind": ["city"]}
    data["own-name__fr"] = [""]
    data["own-name__nl"] = [""]
    assert client.post(address("place", "labe"), data).status_code == 422


def test_history_words():
    def line(act, *fields):
        return Told(datetime(2026, 1, 1, tzinfo=UTC), "", act, False, fields, "")

    acts = ("publish-x", "withdraw-x", "keep-claim", "merge-organisations")
    with override("en"):
        said = [str(words_of_act(line(act))) for act in acts]
    assert said == ["Published", "Withdrawn", "Evidence changed", "merge-organisations"]


def test_values_as_texts():
    assert [text_of(value) for value in (None, {"a": 1, "b": None}, [1, 2], True)] == [
        "",
        "1",
        "1\n2",
        "True",
    ]
    assert str(Work(kind="a.b", done=1, total=2)) == "a.b 1/2"
    assert str(RecordTexts(record="a.b:1", language="fr", state="missing")) == "a.b:1 (fr): missing"


def test_a_search_by_number_and_by_linked_record():
    """Fields that are no texts are searched too; lists of linked records are compared by name."""
    keep_organisation(
        "o", {"name": {"fr": "Les Amis"}, "acronym": "AMI", "kind": "ngo", "country": "BE"}
    )
    client = at_desk("registers.read", "portfolio.keep")
    assert (
        "/record/o/"
        in client.get(address("organisation", what="list"), {"q": "ami"}).content.decode()
    )
    labe = keep_place("labe", {"name": {"fr": "Labé"}, "kind": "city", "country": "GN"})
    keep_partnership(
        "p",
        {
            "title": {"fr": "P"},
            "summary": {"fr": "S"},
            "country": "GN",
            "places": [labe],
            "partners": [],
        },
    )
    assert client.get(address("partnership", "p")).status_code == 200
