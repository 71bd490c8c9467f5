"""Choosing between sources at the desk: what is shown, why, and that they disagree."""

import pytest
from django.utils.html import escape

from jumelage.city.evidence.models import Claim, Evidence
from jumelage.city.evidence.queries import claims_in, desk_claim, waiting
from jumelage.foundation.audit.models import Entry
from tests.factories.atrisk import AdoptedPersonFactory
from tests.factories.evidence import ClaimFactory, EvidenceFactory, ShownFactory, SourceFactory
from tests.factories.portfolio import MilestoneFactory, PlaceFactory
from tests.factories.staff import at_desk, person
from tests.factories.texts import text

pytestmark = pytest.mark.django_db
BOTH = ("evidence.keep", "portfolio.keep", "registers.read")
WHY = {"shown_because__fr": "La Ville.", "shown_because__nl": "De Stad.", "shown_because__en": ""}


def claimed(about="area_km2", pieces=2, **more):
    """A place whose area several sources tell; the first is shown, without a reason."""
    claim = ClaimFactory(subject=PlaceFactory(), about=about, shown=None, **more)
    ShownFactory(claim=claim, value=text("237 km²"), source=SourceFactory(voice="city"))
    for number in range(1, pieces):
        EvidenceFactory(
            claim=claim, value=text(f"25{number} km²"), source=SourceFactory(voice="press")
        )
    claim.refresh_from_db()
    return claim


def marks_in(client, claim):
    page = client.get(f"/desk/claims/{claim.pk}/").context
    return page["marks"]


def choose(client, claim, piece, **more):
    asked = {"piece": piece.pk, "marks": marks_in(client, claim), **WHY, **more}
    return client.post(f"/desk/claims/{claim.pk}/", asked)


def lines():
    return list(Entry.objects.values_list("act", "public"))


def test_a_person_chooses_says_why_and_marks_the_disagreement():
    client, claim = at_desk(*BOTH), claimed()
    other = claim.evidence.last()
    page = client.get(f"/desk/claims/{claim.pk}/").content.decode()
    for told in ("237 km²", "251 km²", "the press", "§ 1", "date of reading unknown"):
        assert told in page, told
    assert choose(client, claim, other, disputed="on").status_code == 302
    claim.refresh_from_db()
    assert (claim.shown, claim.disputed, claim.shown_because["nl"]) == (other, True, "De Stad.")
    assert lines() == [("evidence.choose-in-claim", True)]
    assert sorted(Entry.objects.get().details["fields"]) == ["disputed", "shown", "shown_because"]
    choose(client, claim, other, disputed="on")
    assert len(lines()) == 1
    history = client.get(f"/desk/registers/place/record/{claim.subject.slug}/history/")
    assert "Evidence changed" in history.content.decode()


@pytest.mark.parametrize("missing", ["fr", "nl"])
def test_a_reason_is_needed_in_both_languages_of_the_city(missing):
    client, claim = at_desk(*BOTH), claimed()
    answer = choose(client, claim, claim.evidence.last(), **{f"shown_because__{missing}": " "})
    assert answer.status_code == 422
    assert "Why this value is shown (" in answer.content.decode()
    assert lines() == []


def test_one_source_needs_no_reason():
    client, claim = at_desk(*BOTH), claimed(pieces=1)
    nothing = dict.fromkeys(WHY, "")
    assert choose(client, claim, claim.evidence.get(), **nothing).status_code == 302


def test_two_people_choose_and_both_choices_are_shown():
    one, two, claim = at_desk(*BOTH), at_desk(*BOTH), claimed(pieces=3)
    first, second, third = claim.evidence.all()
    marks = marks_in(one, claim)
    choose(two, claim, second)
    answer = choose(one, claim, third, marks=marks, shown_because__fr="Autre.")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Both texts" in page
    assert "La Ville." in page
    assert "Autre." in page
    claim.refresh_from_db()
    assert claim.shown == second
    kept = choose(one, claim, third, marks=answer.context["marks"], shown_because__fr="Autre.")
    assert kept.status_code == 302
    claim.refresh_from_db()
    assert claim.shown == third
    assert first in claim.evidence.all()


def test_a_forged_piece_is_refused():
    client, claim, other = at_desk(*BOTH), claimed(), claimed()
    assert choose(client, claim, other.evidence.first()).status_code == 422
    gone = claim.evidence.last()
    marks = marks_in(client, claim)
    from jumelage.city.evidence.services.choose_piece import choose_piece
    from jumelage.foundation.kernel.errors import Refused

    number = gone.pk
    gone.delete()
    with pytest.raises(Refused, match="evidence-piece-unknown"):
        choose_piece(claim.pk, piece=number, because={}, disputed=False, marks=marks, actor=None)


WORD = {
    "stance": "states", "value__fr": "240 km²", "value__nl": "", "value__en": "",
    "pinpoint__fr": "p. 3", "pinpoint__nl": "", "pinpoint__en": "", "quotation": "", "quotation_language": "",
}  # fmt: skip


def test_a_source_is_added_once_and_corrected():
    client, claim, source = at_desk(*BOTH), claimed(pieces=1), SourceFactory()
    address = f"/desk/claims/{claim.pk}/pieces/"
    assert client.get(address).status_code == 200
    for _ in range(2):
        assert client.post(address, WORD | {"source": source.pk}).status_code == 302
    piece = claim.evidence.get(source=source)
    assert lines() == [("evidence.keep-claim-piece", True)]
    different = client.post(address, WORD | {"source": source.pk, "value__fr": "9 km²"})
    assert (different.status_code, "twice" in different.content.decode()) == (422, True)
    nowhere = client.post(address, WORD | {"source": SourceFactory().pk, "pinpoint__fr": ""})
    assert "points at nothing" in nowhere.content.decode()
    one = f"{address}{piece.pk}/"
    assert "240 km²" in client.get(one).content.decode()
    assert client.post(one, WORD | {"source": source.pk, "value__fr": "241 km²"}).status_code == 302
    piece.refresh_from_db()
    assert piece.value["fr"] == "241 km²"
    taken = client.post(one, WORD | {"source": claim.shown.source.pk})
    assert "twice" in taken.content.decode()
    assert client.post(f"{address}999/", WORD).status_code == 404
    assert claim.shown.value == text("237 km²")


def test_a_piece_that_went_meanwhile_is_not_made_again():
    from jumelage.city.evidence.services.keep_piece import keep_piece
    from jumelage.foundation.kernel.errors import Refused

    claim = claimed()
    values = {
        "source": SourceFactory(), "stance": "states", "value": text("1"), "pinpoint": text("2"),
        "quotation": "", "quotation_language": "",
    }  # fmt: skip
    with pytest.raises(Refused, match="evidence-piece-unknown"):
        keep_piece(claim.pk, values, piece=999, actor=None)


def test_a_source_is_taken_away_but_never_the_one_shown_nor_the_last():
    client, claim = at_desk(*BOTH), claimed()
    shown, other = claim.evidence.all()
    away = "/desk/claims/{}/pieces/{}/away/".format
    refused = client.post(away(claim.pk, shown.pk), follow=True).content.decode()
    assert escape("This piece is the one shown.") in refused
    for _ in range(2):
        client.post(away(claim.pk, other.pk))
    client.post(away(claim.pk, 999))
    assert list(claim.evidence.all()) == [shown]
    assert lines() == [("evidence.drop-claim-piece", True)]
    assert client.get(away(claim.pk, shown.pk)).status_code == 405
    Claim.objects.update(shown=None)
    client.post(away(claim.pk, shown.pk))
    third = EvidenceFactory(claim=claim)
    client.post(away(claim.pk, 999))
    assert list(claim.evidence.all()) == [shown, third]


def test_a_record_lists_its_facts_and_its_rows_and_takes_a_new_one():
    client = at_desk(*BOTH)
    milestone = MilestoneFactory()
    project = milestone.project
    ClaimFactory(subject=milestone)
    address = f"/desk/claims/of/project/{project.slug}/"
    assert address in client.get(f"/desk/registers/project/record/{project.slug}/").content.decode()
    page = client.get(address)
    assert str(milestone) in page.content.decode()
    abouts = [value for value, _ in page.context["form"].fields["about"].choices]
    assert "0:period" in abouts
    assert "1:existence" not in abouts
    sent = WORD | {"about": "0:period", "source": SourceFactory().pk}
    assert client.post(address, sent).status_code == 302
    made = Claim.objects.get(about="period")
    assert (made.subject, made.piece.value["fr"]) == (project, "240 km²")
    assert client.post(address, sent).status_code == 422
    assert client.post(address, sent | {"about": "9:x"}).status_code == 422
    unpinned = client.post(address, sent | {"about": "0:title", "pinpoint__fr": ""})
    assert "points at nothing" in unpinned.content.decode()
    row = Claim.objects.get(about="existence")
    assert (
        f"/desk/registers/project/record/{project.slug}/"
        in client.get(f"/desk/claims/{row.pk}/").content.decode()
    )


def test_a_fact_has_one_claim_and_a_name():
    from jumelage.city.evidence.services.open_claim import open_claim
    from jumelage.foundation.kernel.errors import Refused

    claim = claimed()
    with pytest.raises(Refused, match="evidence-claim-exists"):
        open_claim(claim.subject, "area_km2", {}, actor=None)
    for about in ("a b", "x" * 61):
        with pytest.raises(Refused, match="evidence-claim-unfit"):
            open_claim(claim.subject, about, {}, actor=None)


def test_what_waits_is_a_choice_or_its_reason():
    claim = claimed()
    assert list(claims_in("open")) == [claim]
    line = waiting(person(*BOTH), None)[0]
    assert (line.count, line.address) == (1, "/desk/claims/")
    assert line.examples == ((claim.subject, f"/desk/claims/{claim.pk}/"),)
    choose(at_desk(*BOTH), claim, claim.evidence.first(), disputed="on")
    assert list(claims_in("open")) == []
    assert list(claims_in("disputed")) == list(claims_in("several")) == list(claims_in("all"))
    client = at_desk("registers.read")
    assert "Nothing stands like this" in client.get("/desk/claims/?state=x").content.decode()
    assert "they do not agree" in client.get("/desk/claims/?state=several").content.decode()


def test_restricted_records_are_not_reached():
    claim = ClaimFactory(subject=AdoptedPersonFactory())
    EvidenceFactory(claim=claim)
    client = at_desk(*BOTH, "atrisk.read", "atrisk.keep")
    assert desk_claim(claim.pk) is None
    assert client.get(f"/desk/claims/{claim.pk}/").status_code == 404
    assert client.post(f"/desk/claims/{claim.pk}/pieces/1/away/").status_code == 404
    assert client.get(f"/desk/claims/of/adoptedperson/{claim.subject.slug}/").status_code == 404
    assert client.get("/desk/claims/of/source/none/").status_code == 404
    assert client.get(f"/desk/claims/of/source/{SourceFactory().slug}/").status_code == 404
    assert str(claim.subject) not in client.get("/desk/claims/?state=all").content.decode()


def test_a_claim_about_a_record_that_went_is_not_shown():
    claim = claimed()
    Claim.objects.update(subject_id=999)
    client = at_desk(*BOTH)
    assert client.get(f"/desk/claims/{claim.pk}/").status_code == 404
    assert client.get("/desk/claims/?state=all").status_code == 200


@pytest.mark.parametrize(
    ("acts", "reads", "writes"),
    [
        (("registers.read",), 200, 403),
        (("evidence.keep",), 403, 403),
        (("evidence.keep", "registers.read"), 200, 403),
        (("portfolio.keep",), 403, 403),
        (BOTH, 200, 302),
        ((), 403, 403),
    ],
)
def test_who_reads_and_who_chooses(acts, reads, writes):
    claim = claimed()
    piece = claim.evidence.first()
    client = at_desk(*acts)
    assert client.get(f"/desk/claims/{claim.pk}/").status_code == reads
    record = f"/desk/claims/of/place/{claim.subject.slug}/"
    assert client.get(record).status_code == reads
    sent = {"piece": piece.pk, "marks": "", **WHY}
    assert client.post(f"/desk/claims/{claim.pk}/", sent).status_code == writes
    assert client.post(record, {}).status_code == (422 if writes == 302 else 403)
    away = client.post(f"/desk/claims/{claim.pk}/pieces/{piece.pk}/away/").status_code
    assert away == writes


def test_strangers_are_led_to_sign_in(client):
    assert client.get("/desk/claims/").status_code == 302


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_as_much_for_three_as_for_one(number, django_assert_num_queries):
    client = at_desk(*BOTH)
    for _ in range(number):
        claimed()
    client.get("/desk/claims/")
    with django_assert_num_queries(13):
        client.get("/desk/claims/")


def test_with_many_sources_the_short_name_is_typed(monkeypatch):
    from jumelage.city.evidence.forms import claims

    monkeypatch.setattr(claims, "LONGEST_LIST", 0)
    client, claim = at_desk(*BOTH), claimed()
    piece = claim.evidence.first()
    page = client.get(f"/desk/claims/{claim.pk}/pieces/{piece.pk}/").content.decode()
    assert f'value="{piece.source.slug}"' in page
    sent = WORD | {"source": piece.source.slug}
    assert client.post(f"/desk/claims/{claim.pk}/pieces/{piece.pk}/", sent).status_code == 302
    assert Evidence.objects.get(pk=piece.pk).value["fr"] == "240 km²"
