"""Seats, sittings and opinions: what is kept, refused, published, shown."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from freezegun import freeze_time
from pytest_django import DjangoAssertNumQueries

from jumelage.city.governance.choices import Act, FollowUp, OpinionKind, SeatCategory
from jumelage.city.governance.models import Mandate, Opinion, Sitting
from jumelage.city.governance.queries import follow_ups, linked, mandates, opinions, waiting
from jumelage.city.governance.rules.opinions import check_seat, check_sitting, read_link
from jumelage.city.governance.services.keep_mandate import keep_mandate
from jumelage.city.governance.services.keep_opinion import keep_opinion
from jumelage.city.governance.services.keep_sitting import keep_sitting
from jumelage.city.governance.services.publish_mandate import publish_mandate
from jumelage.city.governance.services.publish_opinion import publish_opinion
from jumelage.city.governance.services.withdraw_mandate import withdraw_mandate
from jumelage.city.governance.services.withdraw_opinion import withdraw_opinion
from jumelage.city.organisations.services.merge_organisations import merge_organisations
from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.foundation.kernel.translated import Translated
from jumelage.foundation.kernel.wording import sentence
from tests.factories.evidence import ClaimFactory, DocumentFactory
from tests.factories.governance import (
    BodyFactory,
    DecisionFactory,
    MandateFactory,
    OpinionFactory,
    SittingFactory,
)
from tests.factories.organisations import OrganisationFactory, PersonFactory
from tests.factories.portfolio import ProjectFactory
from tests.factories.staff import at_desk, person
from tests.factories.texts import text

pytestmark = pytest.mark.django_db
QUERIES = 12


def acts() -> list[str]:
    return [entry.act for entry in Entry.objects.order_by("pk")]


def refused(code: str, act: Any, *given: Any) -> None:
    with pytest.raises(Refused) as found:
        act(*given)
    assert found.value.code == code
    assert sentence(found.value)


def get(client: Client, address: str = "/en/council/") -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_a_seat_needs_a_holder() -> None:
    check_seat(has_organisation=True, has_person=False)
    check_seat(has_organisation=False, has_person=True)
    with pytest.raises(Refused, match="mandate-of-nobody"):
        check_seat(has_organisation=False, has_person=False)


@pytest.mark.parametrize(
    ("sat", "on_initiative", "has_decision", "accepted"),
    [
        (True, False, False, True),
        (True, True, False, True),
        (False, True, True, True),
        (False, True, False, False),
        (False, False, True, False),
        (False, False, False, False),
    ],
)
def test_an_opinion_needs_a_sitting(
    *, sat: bool, on_initiative: bool, has_decision: bool, accepted: bool
) -> None:
    known = {"sat": sat, "on_initiative": on_initiative, "has_decision": has_decision}
    if accepted:
        check_sitting(**known)
        return
    with pytest.raises(Refused, match="opinion-without-sitting"):
        check_sitting(**known)


def test_a_link_says_what_it_is_and_which() -> None:
    assert read_link(" project:limpoba ") == ("project", "limpoba")
    for wrong in ("limpoba", "project:", ":limpoba", "Project:x", "project:a b", "a:b:c"):
        with pytest.raises(Refused, match="opinion-link-unreadable"):
            read_link(wrong)


def seat(**values: Any) -> dict[str, Any]:
    return {"body": BodyFactory(), "category": SeatCategory.EXPERT, **values}


def test_a_seat_is_kept_once() -> None:
    values = seat(organisation=OrganisationFactory(name=text("Helpers")), start="2021")
    kept = keep_mandate("helpers", values)
    keep_mandate("helpers", values)
    assert str(kept) == "Helpers (fr)"
    assert acts() == ["governance.keep-mandate"]


def test_a_wrong_seat_is_refused_and_not_kept() -> None:
    refused("mandate-of-nobody", keep_mandate, "nobody", seat())
    reversed_period = seat(person=PersonFactory(), start="2024", end="2021")
    refused("period-reversed", keep_mandate, "reversed", reversed_period)
    assert not Mandate.objects.exists()


def test_a_sitting_has_a_day_and_documents() -> None:
    body = BodyFactory(name=text("Council"))
    values = {"body": body, "held_on": "2025-03", "documents": [DocumentFactory()]}
    kept = keep_sitting("march", values)
    keep_sitting("march", values)
    assert str(kept) == "Council (fr), 2025-03"
    assert acts() == ["governance.keep-sitting"]
    refused("sitting-without-day", keep_sitting, "undated", {"body": body})
    assert Sitting.objects.count() == 1


def advice(**values: Any) -> dict[str, Any]:
    return {"kind": "requested", "subject": text("A call"), "outcome": "favourable", **values}


def test_an_opinion_is_kept_once_with_its_links() -> None:
    sitting = SittingFactory()
    project = ProjectFactory(slug="water")
    links = [f"project:{project.slug}", "theme:water"]
    values = advice(body=sitting.body, sitting=sitting, links=links)
    kept = keep_opinion("call", values)
    keep_opinion("call", values)
    assert (str(kept), kept.links) == ("A call (fr)", links)
    assert acts() == ["governance.keep-opinion"]
    keep_opinion("call", {"follow_up": "followed"})
    assert Opinion.objects.get().follow_up == FollowUp.FOLLOWED


def test_a_wrong_opinion_is_refused_in_words_and_not_kept() -> None:
    sitting, elsewhere = SittingFactory(), BodyFactory()
    good = advice(body=sitting.body, sitting=sitting)
    refused("opinion-without-body", keep_opinion, "x", advice(sitting=sitting))
    refused("opinion-without-body", keep_opinion, "x", {**good, "body": None})
    refused("opinion-without-sitting", keep_opinion, "x", advice(body=elsewhere))
    refused("opinion-sitting-elsewhere", keep_opinion, "x", {**good, "body": elsewhere})
    for code, link in [("unreadable", "water"), ("unknown", "project:no"), ("unknown", "tale:x")]:
        refused(f"opinion-link-{code}", keep_opinion, "x", {**good, "links": [link]})
    refused("opinion-link-unknown", keep_opinion, "x", {**good, "links": ["theme:no"]})
    # A model of this name has no page: it has no title.
    refused("opinion-link-unknown", keep_opinion, "x", {**good, "links": ["body:x"]})
    assert not Opinion.objects.exists()
    initiative = advice(
        body=elsewhere, kind=OpinionKind.INITIATIVE, decision=DecisionFactory(), links=[]
    )
    assert keep_opinion("x", initiative).sitting is None


def test_links_lead_to_pages_and_say_whether_visitors_see_them() -> None:
    ProjectFactory(slug="seen", title=text("Seen"))
    ProjectFactory(slug="hidden", published=False)
    OpinionFactory(slug="pageless")
    found = linked(["project:seen", "project:hidden", "project:no", "theme:water"])
    assert set(found) == {"project:seen", "project:hidden", "theme:water"}
    seen = found["project:seen"]
    assert (str(seen.title), seen.address, seen.visible) == (
        "Seen (fr)",
        reverse("project", args=["seen"]),
        True,
    )
    assert found["project:hidden"].visible is False
    assert found["theme:water"].address.endswith("?theme=water")
    DecisionFactory(slug="bare")
    assert linked(["announcement:none", "decision:bare"]) == {}


def test_a_record_without_a_page_of_its_own_is_named_without_a_link() -> None:
    from tests.factories.emergency import ResponseFactory

    ResponseFactory(slug="tents")
    assert linked(["response:tents"])["response:tents"].address == ""


@pytest.mark.parametrize(
    ("made", "publish", "withdraw", "name"),
    [
        (MandateFactory, publish_mandate, withdraw_mandate, "mandate"),
        (OpinionFactory, publish_opinion, withdraw_opinion, "opinion"),
    ],
)
def test_publish_and_withdraw_once_each(made: Any, publish: Any, withdraw: Any, name: str) -> None:
    record = made(published=False)
    for _ in range(2):
        publish(record)
    assert type(record).objects.get(pk=record.pk).published is True
    for _ in range(2):
        withdraw(record)
    assert type(record).objects.get(pk=record.pk).published is False
    assert acts() == [f"governance.publish-{name}", f"governance.withdraw-{name}"]


def test_what_is_half_translated_or_not_explained_is_not_published() -> None:
    french = Translated({"fr": "Texte"})
    refused("texts-missing", publish_mandate, MandateFactory(role=french, published=False))
    refused("texts-missing", publish_opinion, OpinionFactory(minority=french, published=False))
    for became in (FollowUp.NOT_FOLLOWED, FollowUp.PARTLY):
        opinion = OpinionFactory(follow_up=became, published=False)
        refused("follow-up-without-reason", publish_opinion, opinion)
        refused("follow-up-without-reason", keep_opinion, opinion.slug, {"published": True})
        opinion.follow_up_reason = text("No budget")
        publish_opinion(opinion)


def test_a_person_who_is_not_shown_is_never_published() -> None:
    hidden = MandateFactory(organisation=None, person=PersonFactory(public=False), published=False)
    refused("mandate-hidden", publish_mandate, hidden)
    publish_mandate(
        MandateFactory(
            organisation=None,
            person=PersonFactory(public=True),
            role=text("Chair"),
            published=False,
        )
    )
    assert [seat.published for seat in mandates()] == [True]


def test_seats_follow_a_merge() -> None:
    mandate, kept = MandateFactory(), OrganisationFactory()
    merge_organisations(mandate.organisation, kept)
    mandate.refresh_from_db()
    assert mandate.organisation == kept


def test_who_sits_and_who_did(client: Client) -> None:
    council = BodyFactory()
    known = PersonFactory(name="Ada Known", public=True)
    shy = PersonFactory(name="Bo Hidden", public=False)
    helpers = OrganisationFactory(slug="helpers", name=text("Helpers"), published=True)
    MandateFactory(
        body=council, organisation=helpers, person=shy, voting=True, start=PartialDate(2021)
    )
    MandateFactory(body=council, organisation=None, person=known, voting=False, role=text("Chair"))
    MandateFactory(body=council, organisation=None, person=shy)
    MandateFactory(body=council, published=False, organisation__name=text("Secret"))
    MandateFactory(
        body=council, organisation__name=text("Before"), end=PartialDate(2024), category="party"
    )
    with freeze_time("2026-11-22"):
        page = get(client)
    assert page.index("Helpers (en)") < page.index("Former members") < page.index("Before (en)")
    assert "since 2021, with a vote" in page
    assert "Ada Known, Chair (en)" in page
    assert "without a vote" in page
    assert "Bo Hidden" not in page
    assert "Secret" not in page


def test_what_became_of_the_opinions(client: Client) -> None:
    council = BodyFactory()
    decision = DecisionFactory(subject=text("Decided thing"), proposed_by=council)
    ProjectFactory(slug="seen", title=text("Seen project"))
    ProjectFactory(slug="hidden", title=text("Hidden project"), published=False)
    opinion = OpinionFactory(
        body=council,
        majority=text("Yes"),
        minority=text("But"),
        follow_up=FollowUp.NOT_FOLLOWED,
        followed_up_on=PartialDate(2025, 4),
        follow_up_reason=text("No budget"),
        decision=decision,
        links=["project:seen", "project:hidden"],
    )
    opinion.documents.add(DocumentFactory(title=text("The opinion")))
    opinion.sitting.documents.add(DocumentFactory(title=text("The minutes")))
    for about in ("existence", "project:seen", "follow_up"):
        ClaimFactory(subject=opinion, about=about)
    OpinionFactory(body=council, follow_up=FollowUp.FOLLOWED)
    OpinionFactory(body=council, sitting=None)
    OpinionFactory(body=council, subject=text("Unpublished"), published=False)
    OpinionFactory(subject=text("Of the College"), body__kind="college")
    page = get(client)
    assert "<strong>3</strong> opinions" in page
    for words in ("Followed: 1", "Not followed: 1", "Not known: 1", "Partly followed: 0"):
        assert f"<span>{words}</span>" in page
    for words in ("Yes (en)", "But (en)", "No budget (en)", "The opinion (en)", "The minutes (en)"):
        assert words in page
    assert '<a href="/en/projects/seen/">Seen project (en)</a>' in page
    assert "Hidden project" not in page
    assert "Unpublished" not in page
    assert "Of the College" not in page
    assert "Day of the sitting not known" in page
    # What an opinion tells already is not told again as a proposal.
    assert page.count("Decided thing (en)") == 1


def test_follow_ups_are_counted() -> None:
    for became in (*FollowUp.values, ""):
        OpinionFactory(follow_up=became, follow_up_reason=text("Why"))
    found = follow_ups(opinions())
    assert (found.followed, found.partly, found.not_followed, found.waiting, found.unknown) == (
        *(1, 1, 1, 1),
        1,
    )


@pytest.mark.parametrize("count", [1, 3])
def test_the_same_few_questions_however_many(
    client: Client, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    council = BodyFactory()
    MandateFactory.create_batch(count, body=council)
    for opinion in OpinionFactory.create_batch(count, body=council):
        opinion.documents.add(DocumentFactory())
        opinion.links = [f"project:{ProjectFactory().slug}"]
        opinion.save()
        ClaimFactory(subject=opinion)
    with django_assert_max_num_queries(QUERIES):
        client.get("/en/council/")


@pytest.mark.parametrize("name", ["mandate", "sitting", "opinion"])
def test_the_registers_open_for_those_who_keep_them(name: str) -> None:
    MandateFactory(slug="one")
    OpinionFactory(slug="one", sitting__slug="one")
    client = at_desk(Act.KEEP, "registers.read")
    assert client.get(reverse("register", args=[name])).status_code == 200
    assert client.get(reverse("register-record", args=[name, "one"])).status_code == 200
    assert client.get(reverse("register-add", args=[name])).status_code == 200


def test_a_clerk_is_told_what_an_opinion_lacks() -> None:
    body = BodyFactory()
    asked = {
        "own-slug": "call",
        "own-subject__fr": "Un appel",
        "own-body": body.pk,
        "own-kind": "requested",
        "own-outcome": "favourable",
    }
    address = reverse("register-add", args=["opinion"])
    answer = at_desk(Act.KEEP, "registers.read").post(address, asked)
    assert answer.status_code == 422
    assert "An opinion is given at a sitting." in answer.content.decode()
    assert not Opinion.objects.exists()


def test_the_desk_says_what_waits() -> None:
    OpinionFactory(published=False)
    MandateFactory(published=False, end=PartialDate(2026, 11, 30))
    lines = waiting(person(Act.KEEP), date(2026, 11, 22))
    assert [line.count for line in lines] == [1, 1, 1, 1]
    assert lines[0].examples
    assert waiting(person("registers.read"), date(2026, 11, 22)) == []
