"""Home, programme, organisations and the editors' pages as visitors see them."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from jumelage.city.organisations.models import Organisation
from jumelage.public.site.services.keep_identity import keep_identity
from jumelage.public.site.services.keep_page import keep_page
from tests.factories.accounts import UserFactory
from tests.factories.evidence import ClaimFactory, DocumentFactory, EvidenceFactory
from tests.factories.governance import BodyFactory
from tests.factories.news import NewsFactory
from tests.factories.organisations import ContactFactory, IdentifierFactory, OrganisationFactory
from tests.factories.portfolio import (
    AnnouncementFactory,
    BeneficiariesFactory,
    ParticipationFactory,
    PartnerFactory,
    PartnershipFactory,
    PlaceFactory,
    ProjectFactory,
)
from tests.factories.texts import text

pytestmark = pytest.mark.django_db

# One of them is the page cache's own question to the journal.
HOME, PROGRAMME, ORGANISATION, EDITORIAL = 11, 12, 11, 4


@pytest.fixture
def city() -> Organisation:
    """A city that speaks, and its yearly call."""
    city = OrganisationFactory(name=text("Ville"), town=text("Bruxelles"))
    keep_identity({"city_name": text("Ville"), "organisation": city, "home_title": text("Accueil")})
    for about, words in {"call": "Each year", "call_budget": "150 000 €"}.items():
        claim = ClaimFactory(subject=city, about=about, shown=None)
        claim.shown = EvidenceFactory(claim=claim, value=text(words))
        claim.save()
    return city


def html(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    assert not answer.cookies
    return answer.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_home_page_costs_the_same(
    client: Client,
    city: Organisation,
    count: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(count):
        made = PartnershipFactory(places=[PlaceFactory()])
        group = BeneficiariesFactory(project=ProjectFactory(partnership=made), announced=200)
        for record in (made, group):
            ClaimFactory(subject=record, about="announced")
        DocumentFactory()
        NewsFactory()
    with django_assert_max_num_queries(HOME):
        page = html(client, "/fr/")
    assert page.count('<article class="card"') == count
    assert '<span class="nowrap">150\u00a0000\u00a0€ (fr)</span>' in page
    assert "csrfmiddlewaretoken" not in page


def test_the_foot_leads_to_pages_that_are_written_and_to_no_other(
    client: Client, city: Organisation
) -> None:
    kinds = {"contact": "/fr/contact/", "privacy": "/fr/vie-privee/"}
    before = html(client, "/fr/").partition("<footer")[2]
    assert "/fr/actualites/" in before
    for key, address in kinds.items():
        assert f'href="{address}"' not in before
        assert client.get(address).status_code == 404
        keep_page(key, {"nl": {"slug": f"{key}-nl", "title": "Over ons"}})
    after = html(client, "/fr/").partition("<footer")[2]
    for address in kinds.values():
        assert f'href="{address}"' in after
        assert client.get(address).status_code == 200
    assert "/fr/mentions-legales/" not in after


@pytest.mark.parametrize(
    ("path", "status"), [("/fr/", 200), ("/fr/compte/", 200), ("/fr/rien/", 404)]
)
def test_the_foot_offers_who_is_signed_in_the_account_and_the_way_out(
    client: Client, path: str, status: int
) -> None:
    client.force_login(UserFactory())
    found = client.get(path)
    foot = found.content.decode().partition("<footer")[2]
    assert found.status_code == status
    assert 'href="/fr/compte/"' in foot
    assert 'href="/fr/compte/logout/"' in foot
    assert 'href="/fr/compte/login/"' not in foot


def test_the_foot_offers_others_to_sign_in_without_a_look_at_who_they_are(client: Client) -> None:
    ended = Client()
    ended.cookies["sessionid"] = "ended"
    for visitor in (client, ended):
        found = visitor.get("/fr/")
        foot = found.content.decode().partition("<footer")[2]
        assert 'href="/fr/compte/login/"' in foot
        assert 'href="/fr/compte/logout/"' not in foot
    assert "Cookie" not in client.get("/fr/")["Vary"]


def test_before_the_city_speaks_no_link_leads_to_a_page_that_nobody_wrote(client: Client) -> None:
    assert "/fr/contact/" not in html(client, "/fr/")
    lost = client.get("/fr/contact/")
    assert lost.status_code == 404
    body = lost.content.decode().partition("<main")[2]
    assert 'href="/fr/contact/"' not in body


def test_an_empty_site_has_a_home_page_and_a_programme(client: Client) -> None:
    assert "<h1>Jumelage</h1>" in html(client, "/fr/")
    assert "<h1>" in html(client, "/fr/programme/")


@pytest.mark.parametrize("count", [1, 3])
def test_the_programme_costs_the_same(
    client: Client,
    city: Organisation,
    count: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(count):
        made = [PartnershipFactory(), BodyFactory(), AnnouncementFactory(), OrganisationFactory()]
        for record, about in zip(made, ["existence"] * 3 + ["mandate"], strict=True):
            ClaimFactory(subject=record, about=about)
    keep_page("programme", {"nl": {"slug": "programma", "title": "Het programma"}})
    with django_assert_max_num_queries(PROGRAMME):
        page = html(client, "/fr/programme/")
    assert "<h1>Het programma</h1>" in page
    assert "n’existe pas encore en français" in page
    apart = page.index("Annoncé, non décidé par la Ville")
    assert page.index(f"/fr/organisations/{made[3].slug}/") < apart
    assert apart < page.index(f"Announcement {made[2].slug} (fr)")


@pytest.mark.parametrize("count", [1, 3])
def test_an_organisation_costs_the_same(
    client: Client, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    found = OrganisationFactory(about=text("About"), acronym="ABC")
    IdentifierFactory(organisation=found)
    shown = ContactFactory(organisation=found)
    hidden = ContactFactory(organisation=found, public=False)
    for _ in range(count):
        for make in (PartnerFactory, ParticipationFactory):
            ClaimFactory(subject=make(organisation=found))
    with django_assert_max_num_queries(ORGANISATION):
        page = html(client, f"/fr/organisations/{found.slug}/")
    assert page.count("<h3>") == 2 * count
    assert shown.value in page
    assert hidden.value not in page


def test_a_double_leads_to_the_one_kept(client: Client) -> None:
    kept = OrganisationFactory()
    double = OrganisationFactory(merged_into=kept)
    answer = client.get(f"/nl/organisaties/{double.slug}/")
    assert (answer.status_code, answer["Location"]) == (301, f"/nl/organisaties/{kept.slug}/")


def test_numbers_of_an_organisation_are_named_for_whoever_knows_no_register(client: Client) -> None:
    found = OrganisationFactory()
    IdentifierFactory(organisation=found, scheme="BE-BCE_KBO", value="0408628435")
    IdentifierFactory(organisation=found, scheme="XX-A", value="12")
    page = html(client, f"/fr/organisations/{found.slug}/")
    assert "<dt>Numéro d’entreprise</dt><dd>0408.628.435" in page
    assert "<dt>XX-A</dt><dd>12" in page


def test_an_organisation_that_nobody_published_is_not_found(client: Client) -> None:
    hidden = OrganisationFactory(published=False)
    assert client.get(f"/fr/organisations/{hidden.slug}/").status_code == 404
    assert client.get("/fr/organisations/nobody/").status_code == 404


def test_an_editorial_page_answers_at_its_address_in_each_language(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    body = [{"heading": "Titre"}, {"text": "Un **texte**"}, {"list": ["un", "deux"]}]
    keep_page(
        "privacy",
        {
            "fr": {"slug": "vie-privee", "title": "Vie privée", "intro": "Intro", "body": body},
            "nl": {"slug": "privacy", "title": "Privacy"},
        },
    )
    with django_assert_max_num_queries(EDITORIAL):
        page = html(client, "/fr/vie-privee/")
    for part in ("<h1>Vie privée</h1>", "<h2>Titre</h2>", "<li>deux</li>", 'href="/nl/privacy/"'):
        assert part in page
    assert "note--language" not in page
    assert '<div lang="fr">' in html(client, "/en/privacy/")


def test_a_page_that_nobody_wrote_is_not_found(client: Client) -> None:
    assert client.get("/fr/vie-privee/").status_code == 404
    assert client.get("/fr/nulle-part/").status_code == 404


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("documents/", "/fr/contact/"),
        ("recherche/?q=xyzzy", "/fr/contact/"),
        ("appels/alertes/", "/fr/vie-privee/"),
    ],
)
def test_a_page_leads_only_to_pages_that_somebody_wrote(
    client: Client, path: str, leads_to: str
) -> None:
    keep_identity({"city_name": text("Ville"), "country": "BE"})
    DocumentFactory(file="documents/a.pdf", tagged=False, published=True)
    assert leads_to not in client.get(f"/fr/{path}").content.decode()
    keep_page("contact", {"fr": {"slug": "contact", "title": "Contact"}})
    keep_page("privacy", {"fr": {"slug": "vie-privee", "title": "Vie privée"}})
    page = client.get(f"/fr/{path}").content.decode()
    assert leads_to in page.partition("<main")[2].partition("</main>")[0]


def test_nothing_is_found_whatever_is_sent_there() -> None:
    client = Client(enforce_csrf_checks=True)
    token = client.get("/fr/compte/login/").cookies["csrftoken"].value
    headers = {"X-CSRFToken": token}
    kind = "multipart/form-data"
    sent = client.generic("POST", "/fr/nulle/part/", "damaged", content_type=kind, headers=headers)
    assert sent.status_code == 404
    assert b'<html lang="fr"' in sent.content


def test_another_page_answers_at_its_slug_and_leads_to_it(client: Client) -> None:
    keep_page(
        "team",
        {"fr": {"slug": "equipe", "title": "Équipe"}, "nl": {"slug": "team", "title": "Team"}},
    )
    assert "<h1>Équipe</h1>" in html(client, "/fr/equipe/")
    answer = client.get("/nl/equipe/")
    assert (answer.status_code, answer["Location"]) == (301, "/nl/team/")
    assert '<div lang="fr">' in html(client, "/en/equipe/")
