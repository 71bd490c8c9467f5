"""Questions about claims and documents."""

import pytest
from django.db import models
from pytest_django import DjangoAssertNumQueries

from jumelage.city.evidence.choices import Stance, Standing, Voice
from jumelage.city.evidence.queries import (
    claims_about_many,
    document,
    documents,
    facts_proven,
    said,
    standing_of,
)
from tests.factories.evidence import (
    ClaimFactory,
    DocumentFactory,
    EvidenceFactory,
    ShownFactory,
    SourceFactory,
)
from tests.factories.organisations import OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db

CLAIM_QUERIES = 2


def test_claims_are_by_what_they_are_about() -> None:
    record = OrganisationFactory()
    claim = ClaimFactory(subject=record, about="name")
    ClaimFactory(subject=OrganisationFactory(), about="kind")
    assert claims_about_many([record]) == {record: {"name": claim}}


def test_record_without_claims_is_a_key() -> None:
    record = OrganisationFactory()
    assert claims_about_many([record]) == {record: {}}


def test_no_records_no_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        assert claims_about_many([]) == {}


def test_what_rests_on_a_claim_is_one_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    one, other = OrganisationFactory(), PersonFactory()
    for about in ("name", "kind"):
        ClaimFactory(subject=one, about=about)
    with django_assert_num_queries(1):
        assert facts_proven([one, other]) == {one: {"name", "kind"}, other: set()}
    with django_assert_num_queries(0):
        assert facts_proven([]) == {}


@pytest.mark.parametrize("count", [1, 3])
def test_two_queries_however_many(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    subjects: list[models.Model] = [
        factory() for factory in (OrganisationFactory, PersonFactory) for _ in range(count)
    ]
    for subject in subjects:
        ClaimFactory(subject=subject)
        ShownFactory(
            claim=ClaimFactory(subject=subject, about="name"),
            source=SourceFactory(document=DocumentFactory()),
        )
    with django_assert_num_queries(CLAIM_QUERIES):
        found = claims_about_many(subjects)
        for claims in found.values():
            for claim in claims.values():
                assert claim.piece
                assert str(claim.piece.source.publisher)
                assert standing_of(claim) == Standing.FACT
                assert [
                    piece.source.document and piece.source.document.slug for piece in claim.pieces
                ]
    assert {subject: sorted(claims) for subject, claims in found.items()} == {
        subject: ["existence", "name"] for subject in subjects
    }


def test_records_of_two_models_with_one_number_are_told_apart() -> None:
    first = OrganisationFactory(pk=7)
    second = PersonFactory(pk=7)
    claim = ClaimFactory(subject=first)
    assert claims_about_many([first, second]) == {first: {"existence": claim}, second: {}}


def test_standing_follows_the_piece_that_is_shown() -> None:
    claim = ClaimFactory(subject=OrganisationFactory())
    ShownFactory(claim=claim, source=SourceFactory(voice=Voice.PARTY), stance=Stance.ANNOUNCES)
    assert standing_of(claim) == Standing.ANNOUNCED
    assert claim.pieces[0] == claim.piece


def test_nothing_shown_has_no_standing() -> None:
    claim = ClaimFactory(subject=OrganisationFactory(), shown=None)
    EvidenceFactory(claim=claim)
    assert standing_of(claim) is None
    assert standing_of(None) is None


def test_claims_go_with_their_record() -> None:
    claim = ClaimFactory(subject=OrganisationFactory())
    claim.subject.delete()
    assert not type(claim).objects.exists()


def test_visitors_see_published_documents() -> None:
    seen = DocumentFactory()
    hidden = DocumentFactory(published=False)
    assert list(documents()) == [seen]
    assert document(seen.slug) == seen
    assert document(hidden.slug) is None


def test_records_are_shown_in_short() -> None:
    claim = ClaimFactory(subject=OrganisationFactory())
    assert str(claim).endswith("existence")
    assert str(claim.piece).endswith("Value (fr)")
    assert str(DocumentFactory(slug="plan")) == "Document plan (fr)"


def test_records_are_given_what_is_said_of_them(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    first, second = OrganisationFactory(), PersonFactory()
    shared = SourceFactory()
    for subject in (first, second):
        ShownFactory(claim=ClaimFactory(subject=subject, shown=None), source=shared)
    with django_assert_num_queries(CLAIM_QUERIES):
        assert said([first, second]) == [shared]
    assert set(first.said) == {"existence"}
    assert said([]) == []
