"""Partnerships and projects as visitors see them."""

from typing import Any

import pytest
from django.test import Client
from freezegun import freeze_time
from pytest_django import DjangoAssertNumQueries

from jumelage.city.evidence.choices import Stance, Voice
from jumelage.city.portfolio.models import Partnership, Project
from jumelage.city.portfolio.services.index_project import index_project
from jumelage.foundation.kernel.partial_dates import PartialDate
from tests.factories.evidence import ClaimFactory, DocumentFactory, EvidenceFactory, SourceFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.portfolio import (
    AgreementFactory,
    AnnouncementFactory,
    AxisFactory,
    BeneficiariesFactory,
    MilestoneFactory,
    PartnerFactory,
    PartnershipFactory,
    PlaceFactory,
    ProjectFactory,
)
from tests.factories.texts import text

pytestmark = pytest.mark.django_db

# One of them is the page cache's own question to the journal.
LIST, PARTNERSHIP, EXPLORER, PROJECT = 7, 12, 11, 12


def html(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def partnership(**more: Any) -> Partnership:
    """A partnership with something of everything, and claims."""
    made = PartnershipFactory(places=[PlaceFactory(area_km2=237)], **more)
    parts = [make(partnership=made) for make in (AgreementFactory, AxisFactory, PartnerFactory)]
    for record in [made, *parts, AnnouncementFactory(partnership=made)]:
        ClaimFactory(subject=record)
    made.documents.add(DocumentFactory())
    return made


def project(**more: Any) -> Project:
    """A project with something of everything, and claims."""
    made = ProjectFactory(
        places=[PlaceFactory()],
        partners=[OrganisationFactory()],
        partnership=more.pop("partnership", None) or PartnershipFactory(),
        themes=["health"],
        sdgs=[3],
        sectors=["12220"],
        **more,
    )
    parts = [BeneficiariesFactory(project=made), MilestoneFactory(project=made)]
    for record in [made, *parts]:
        ClaimFactory(subject=record)
    made.documents.add(DocumentFactory())
    index_project(made)
    return made


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_partnerships_costs_the_same(
    client: Client, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(count):
        partnership()
    with django_assert_max_num_queries(LIST):
        page = html(client, "/fr/partenariats/")
    assert page.count('<article class="card"') == count


@pytest.mark.parametrize("count", [1, 3])
def test_a_partnership_costs_the_same(
    client: Client, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    made = partnership()
    for _ in range(count):
        project(partnership=made)
        AgreementFactory(partnership=made)
    with django_assert_max_num_queries(PARTNERSHIP):
        page = html(client, f"/fr/partenariats/{made.slug}/")
    assert "237\u202fkm²" in page.replace(" km²", "\u202fkm²")
    assert "Annoncé, non décidé par la Ville" in page


def test_sources_that_do_not_agree_are_both_shown(client: Client) -> None:
    place = PlaceFactory(area_km2=237)
    made = PartnershipFactory(places=[place])
    claim = ClaimFactory(subject=place, about="area_km2", shown_because=text("Why"))
    EvidenceFactory(claim=claim, source=SourceFactory(voice=Voice.PRESS), value=text("250 km²"))
    page = html(client, f"/nl/partnerschappen/{made.slug}/")
    assert "250 km² (nl)" in page
    assert "Why (nl)" in page


def test_what_is_not_published_is_not_found(client: Client) -> None:
    hidden, other = PartnershipFactory(published=False), ProjectFactory(published=False)
    assert client.get(f"/fr/partenariats/{hidden.slug}/").status_code == 404
    assert client.get(f"/fr/projets/{other.slug}/").status_code == 404
    assert client.get(f"/fr/projets/{other.slug}/fiche.pdf").status_code == 404
    assert str(hidden.title) not in html(client, "/fr/partenariats/")


@pytest.mark.parametrize("count", [1, 3])
def test_the_explorer_costs_the_same(
    client: Client, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(count):
        project()
    with django_assert_max_num_queries(EXPLORER):
        page = html(client, "/fr/projets/")
    assert page.count('<li class="row') == count


def test_a_filter_keeps_what_suits_and_can_be_removed(client: Client) -> None:
    kept, other = project(country="MA"), project(country="CD")
    page = html(client, "/fr/projets/?country=MA&theme=health")
    assert f"/fr/projets/{kept.slug}/" in page
    assert f"/fr/projets/{other.slug}/" not in page
    assert 'href="?theme=health"' in page
    assert 'href="?country=MA"' in page
    assert "<strong>1</strong> projet" in page


def test_empty_filters_leave_the_address(client: Client) -> None:
    answer = client.get("/fr/projets/?q=&theme=health&country=")
    assert (answer.status_code, answer["Location"]) == (302, "/fr/projets/?theme=health")
    assert client.get(answer["Location"])["HX-Push-Url"] == "/fr/projets/?theme=health"


def test_a_filter_that_nobody_knows_is_refused_kindly(client: Client) -> None:
    made = project()
    page = html(client, "/fr/projets/?theme=dragons&page=zzz")
    assert "Nous ne connaissons pas «\u00a0dragons\u00a0» (Thème)" in page
    assert made.slug in page


def test_nothing_found_is_said(client: Client) -> None:
    project()
    assert "Aucun projet ne correspond" in html(client, "/fr/projets/?q=inexistant")
    page = html(client, "/fr/projets/?theme=water&country=XX&sdg=6")
    for chosen in (
        "Thème\u00a0: Eau",
        "Pays\u00a0: XX",
        'value="XX" selected',
        'value="6" selected',
    ):
        assert chosen in page


def test_more_than_twenty_projects_are_paged(client: Client) -> None:
    ProjectFactory.create_batch(21)
    assert html(client, "/fr/projets/").count('<li class="row') == 20
    last = html(client, "/fr/projets/?page=9")
    assert last.count('<li class="row') == 1
    assert 'rel="prev"' in last


def test_a_code_that_no_list_knows_is_shown_as_it_is(client: Client) -> None:
    ProjectFactory(country="ZZ")
    page = html(client, "/en/projects/")
    assert ">ZZ</option>" in page
    assert "<span>ZZ</span>" in page


@pytest.mark.parametrize("count", [1, 3])
def test_a_project_costs_the_same(
    client: Client, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    made = project()
    for _ in range(count):
        ClaimFactory(subject=MilestoneFactory(project=made))
    with django_assert_max_num_queries(PROJECT):
        html(client, f"/fr/projets/{made.slug}/")


def test_what_is_not_known_is_said(client: Client) -> None:
    made = ProjectFactory()
    group = BeneficiariesFactory(project=made, announced=0)
    page = html(client, f"/fr/projets/{made.slug}/")
    assert str(group.group["fr"]) in page
    assert "<strong>0</strong>" in page
    assert "Non connu" in page
    assert "Nos sources ne citent pas d’organisation" in page


@freeze_time("2023-06-01")
@pytest.mark.parametrize(
    ("stance", "voice", "said"),
    [
        (Stance.STATES, Voice.CITY, ""),
        (Stance.STATES, Voice.PRESS, "Selon : Ville (fr)"),
        (Stance.ANNOUNCES, Voice.PARTY, "Annoncé par Ville (fr)"),
    ],
)
def test_who_says_it_decides_how_it_is_shown(
    client: Client, stance: str, voice: str, said: str
) -> None:
    made = ProjectFactory(start=PartialDate(2022), end=PartialDate(2024))
    claim = ClaimFactory(subject=made, shown=None)
    claim.shown = EvidenceFactory(claim=claim, stance=stance, source=SourceFactory(voice=voice))
    claim.save()
    page = html(client, f"/fr/projets/{made.slug}/")
    assert (said or "tag--ok") in page
    assert ("tag--a" in page) == bool(said)
    rows = html(client, "/fr/projets/")
    assert ("tag--a" in rows) == bool(said)


def test_the_sheet_is_the_same_for_the_same_facts(client: Client) -> None:
    made = project(aims=text("Aim"), summary=text("Summary"))
    MilestoneFactory(project=made, date=PartialDate(2022), done=True)
    answer = client.get(f"/fr/projets/{made.slug}/fiche.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'inline; filename="{made.slug}-fiche.pdf"'
    assert answer.content.startswith(b"%PDF-")
    assert b"CreationDate" not in answer.content
    assert Client().get(f"/fr/projets/{made.slug}/fiche.pdf").content == answer.content


def test_the_sheet_says_that_another_source_speaks(client: Client) -> None:
    made = ProjectFactory()
    claim = ClaimFactory(subject=made, shown=None)
    claim.shown = EvidenceFactory(claim=claim, source=SourceFactory(voice=Voice.PARTY))
    claim.save()
    assert client.get(f"/nl/projecten/{made.slug}/fiche.pdf").status_code == 200
