"""Who says what a call and its rows say: named at the desk, shown to visitors, left behind by a clone."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jumelage.city.evidence.models import Claim
from jumelage.foundation.audit.models import Entry
from jumelage.programmes.callmaking.services.clone_call import clone_call
from jumelage.programmes.calls.choices import Act
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries.rows import LISTS
from tests.factories.calls import NOW, a_call, an_open_call
from tests.factories.evidence import ClaimFactory, DocumentFactory, SourceFactory
from tests.factories.staff import at_desk
from tests.factories.texts import text

pytestmark = pytest.mark.django_db
CLERK = (Act.KEEP, Act.PUBLISH, "evidence.keep")
OFFICIAL = {"authority": "official", "title": text("Rule")}
WORD = {"stance": "states", "value__fr": "8 000 €", "pinpoint__fr": "Article 3"}
RULE = {"needs": "a = b", "authority": "official"}
KINDS = ("article", "track", "envelope", "criterion", "asked-document", "date", "faq")


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def official(act=a_call, **more) -> Call:
    """A call whose rules and budget are said to be the city's."""
    return act(
        budget_authority="official",
        articles=[{**OFFICIAL, "number": "1", "text": text("What")}],
        tracks=[{**OFFICIAL, "slug": "t", "summary": text("With"), "cap_cents": 800_000}],
        envelopes=[{**OFFICIAL, "slug": "e", "kind": "minimum", "amount_cents": 100_000}],
        criteria=[{**OFFICIAL, "slug": "c", "weight": 100}],
        asked_documents=[{**OFFICIAL, "slug": "a"}],
        dates=[{"slug": "d", "kind": "other", "title": text("Day")}],
        faqs=[{"slug": "f", "question": text("Why?"), "answer": text("So")}],
        **more,
    )


def place_of(kind: str, record: object) -> str:
    return reverse("record-claims", args=[kind, record])


def shown(client: Client, slug: str = "2027") -> str:
    return client.get(reverse("desk-call", args=[slug])).content.decode()


def test_every_page_of_a_call_leads_to_its_sources_and_back() -> None:
    client, call = at_desk(*CLERK), official()
    place = place_of("call", "2027")
    assert f'href="{place}"' in shown(client)
    assert f'href="{reverse("desk-call", args=["2027"])}"' in client.get(place).content.decode()
    for kind in KINDS:
        row = getattr(call, LISTS[kind]).get()
        own = reverse("desk-call-row", args=["2027", kind, row.pk])
        place = place_of(row._meta.model_name, row.pk)
        assert f'href="{place}"' in client.get(own).content.decode(), kind
        assert f'href="{own}"' in client.get(place).content.decode(), kind


def test_what_no_page_shows_a_source_of_has_none_to_give() -> None:
    documents = [{"document": DocumentFactory(slug="rules")}]
    client, call = at_desk(*CLERK), a_call(call_documents=documents)
    row = call.call_documents.get()
    page = client.get(reverse("desk-call-row", args=["2027", "document", row.pk]))
    assert ">Evidence</a>" not in page.content.decode()
    for name, key in (("calldocument", row.pk), ("article", 0), ("article", "one")):
        assert client.get(place_of(name, key)).status_code == 404


def test_the_checklist_leads_to_where_a_source_is_named_which_visitors_then_see() -> None:
    client, call = at_desk(*CLERK), official(an_open_call)
    track = call.tracks.get()
    place = place_of("track", track.pk)
    listed = shown(client)
    assert f'href="{place_of("call", "2027")}">The call itself: the budget is said' in listed
    assert listed.count("said to be official, without a source") == 6
    assert f'href="{place}">Tracks' in listed
    facts = [value for value, _ in client.get(place).context["form"].fields["about"].choices]
    assert facts == [
        f"0:{name}"
        for name in (
            *("summary", "cap_cents", "minimum_cents", "share_percent"),
            *("eligibility", "budget_rules"),
        )
    ]
    source = SourceFactory(title=text("The regulation of the Council"))
    sent = WORD | {"about": "0:cap_cents", "source": source.pk}
    assert client.post(place, sent).status_code == 302
    claim = Claim.objects.get()
    assert (claim.subject, claim.about) == (track, "cap_cents")
    line = Entry.objects.latest("pk")
    assert (line.act, line.public) == ("evidence.keep-claim", True)
    assert f'href="{place}">Tracks' not in shown(client)
    visitor = Client().get(reverse("call", args=["2027"])).content.decode()
    assert "The regulation of the Council" in visitor
    claim_page = client.get(reverse("desk-claim", args=[claim.pk])).content.decode()
    assert f'href="{place}"' in claim_page


def test_a_fact_that_has_its_source_is_not_asked_again() -> None:
    client, call = at_desk(*CLERK), a_call()
    article = call.articles.first()
    ClaimFactory(subject=article)
    page = client.get(place_of("article", article.pk)).content.decode()
    assert "Name a source for another fact" not in page


def test_who_keeps_no_evidence_is_led_to_the_line_itself() -> None:
    call = official()
    row = reverse("desk-call-row", args=["2027", "track", call.tracks.get().pk])
    client = at_desk(Act.KEEP, Act.PUBLISH)
    assert f'href="{row}">Tracks' in shown(client)
    assert "/desk/claims/" not in client.get(row).content.decode()


def test_who_reads_the_registers_sees_the_sources_and_no_door_that_is_shut() -> None:
    official()
    client = at_desk("registers.read")
    place = place_of("call", "2027")
    page = client.get(place)
    assert page.status_code == 200
    assert "/desk/calls/2027/" not in page.content.decode()
    assert client.post(place, {}).status_code == 403
    # Evidence of other rooms alone opens nothing of the calls.
    assert at_desk("evidence.keep").get(place).status_code == 403


def test_nothing_of_a_cloned_call_is_official_until_its_own_source_is_named() -> None:
    client, call = (
        at_desk(*CLERK),
        official(requirements=[{"slug": "r", "text": text("R"), **RULE}]),
    )
    ClaimFactory(subject=call.articles.get())
    made = clone_call(call, year=2028, slug="2028")
    assert made.budget_authority == "proposal"
    for name in ("articles", "tracks", "envelopes", "criteria", "asked_documents", "requirements"):
        assert getattr(made, name).get().authority == "proposal", name
    assert call.articles.get().authority == "official"
    assert Claim.objects.count() == 1
    listed = shown(client, "2028")
    assert "proves nothing of the new year" in listed
    assert "without a source" not in listed
    asked = client.get(reverse("desk-call-clone", args=["2027"])).content.decode()
    assert "proves nothing of the new year" in asked
