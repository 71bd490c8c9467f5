"""The search: what it finds, in which order, what it forgives, and that it follows every public act."""

from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.utils.translation import override

from jumelage.city.evidence.models import Document
from jumelage.city.organisations.models import Organisation
from jumelage.city.organisations.services.merge_organisations import merge_organisations
from jumelage.city.portfolio.models import Participation, Partner, Partnership, Place, Project
from jumelage.foundation.audit.services.keep_links import keep_links
from jumelage.foundation.audit.services.keep_record import keep_record
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.public.site.models import SearchEntry, Word
from jumelage.public.site.queries import search as queries
from jumelage.public.site.queries.search import search
from jumelage.public.site.queries.search_engine import indexed_words
from jumelage.public.site.queries.vocabulary import _vocabulary
from jumelage.public.site.services import rebuild_index as rebuilding
from jumelage.public.site.services.index_record import index_record
from jumelage.public.site.services.keep_page import keep_page
from jumelage.public.site.services.rebuild_index import rebuild_index

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def vocabulary() -> None:
    """Stamps begin again with each test: what was kept under them must go."""
    _vocabulary.cache_clear()


def project(slug: str, title: str | dict[str, str], summary: str = "", **more: Any) -> Project:
    titles = title if isinstance(title, dict) else {"fr": title}
    values = {"title": titles, "summary": {"fr": summary or "…"}, "country": "CD", **more}
    return keep_record(Project, {"slug": slug}, values, act="portfolio.keep-project")


def document(slug: str, text: str, **more: Any) -> Document:
    values = {"title": {"fr": slug}, "text": text, **more}
    return keep_record(Document, {"slug": slug}, values, act="evidence.keep-document")


def organisation(slug: str, name: str) -> Organisation:
    values = {"name": {"fr": name}, "kind": "association", "country": "BE"}
    return keep_record(Organisation, {"slug": slug}, values, act="organisations.keep")


def found(question: str, language: str = "fr", kind: str = "") -> list[str]:
    numbers = search(question, language=language, kind=kind).numbers
    entries = SearchEntry.objects.in_bulk(numbers)
    return [entries[number].slug for number in numbers]


def test_title_comes_before_summary_before_body() -> None:
    document("rapport", "Un long texte sur les fontaines.")
    project("deux", "Puits", "Des fontaines pour tous")
    project("un", "Fontaines de Labé")
    assert found("fontaines") == ["un", "deux", "rapport"]


def test_accents_capitals_and_ligatures_do_not_matter() -> None:
    project("coeur", "Le Cœur de Labé")
    assert found("COEUR labe") == found("cœur Labé") == ["coeur"]


def test_every_word_must_occur_and_the_last_may_be_begun() -> None:
    project("un", "Eau potable")
    project("deux", "Eau salée")
    assert found("eau pota") == ["un"]


@pytest.mark.parametrize(
    ("question", "title", "language"),
    [
        ("médicaments durables", "Un médicament durable", "fr"),
        ("médicament durable", "Médicaments durables", "fr"),
        ("bateaux sûrs", "Un bateau sûr", "fr"),
        ("projecten hier", "Een project hier", "nl"),
    ],
)
def test_singular_and_plural_find_each_other(question: str, title: str, language: str) -> None:
    project("un", {language: title})
    assert found(question, language) == ["un"]
    assert not search(question, language=language).instead_of


def test_when_no_entry_has_every_word_any_word_will_do_and_it_is_said() -> None:
    project("un", "Eau potable")
    answer = search("potable maternité", language="fr")
    assert (len(answer.numbers), answer.any_word) == (1, True)


@pytest.mark.parametrize("typed", ["kimbansseke", "kimbanske", "Kimbnaseke"])
def test_typing_errors_are_corrected_and_said(typed: str) -> None:
    project("un", "Registres de Kimbanseke")
    answer = search(typed, language="fr")
    assert (answer.words, answer.instead_of) == (["kimbanseke"], [typed.lower()])
    assert len(answer.numbers) == 1


def test_short_words_numbers_and_strangers_are_not_corrected() -> None:
    project("un", "Eau 2022")
    for question in ("eua", "2021", "zzzzzzzzzz"):
        assert search(question, language="fr").instead_of == []


def test_the_commoner_neighbour_wins() -> None:
    project("un", "marche")
    project("deux", "marcha")
    project("trois", "marcha longue")
    assert search("marchx", language="fr").words == ["marcha"]


def test_a_word_begun_is_not_an_error() -> None:
    project("un", "maraichage kimbanseke")
    assert search("absentes kimban", language="fr").words == ["absentes", "kimban"]


def test_readers_find_in_their_language_and_fall_back() -> None:
    project("un", {"fr": "Eau", "nl": "Water"})
    project("deux", "Puits")
    assert found("water", "nl") == ["un"]
    assert found("water", "fr") == []
    assert found("puits", "nl") == ["deux"]
    assert SearchEntry.objects.get(slug="deux", language="nl").title_language == "fr"


def test_a_document_is_read_in_its_languages_only() -> None:
    document("rapport", "Hydraulique villageoise", languages=["fr"])
    document("sans", "Forage profond")
    assert found("hydraulique", "fr") == ["rapport"]
    assert found("hydraulique", "nl") == []
    assert found("forage", "nl") == ["sans"]
    assert found("rapport", "nl") == ["rapport"]


def test_the_kind_is_a_filter_and_a_strange_one_is_none() -> None:
    project("un", "Eau")
    organisation("amis", "Amis de l'eau")
    assert found("eau", kind="organisation") == ["amis"]
    assert set(found("eau", kind="'; DROP")) == {"un", "amis"}


def test_what_is_no_longer_published_is_no_longer_found() -> None:
    project("un", "Eau")
    project("un", "Eau", published=False)
    assert found("eau") == []
    assert not Word.objects.filter(text="eau").exists()


def test_a_change_that_is_rolled_back_is_not_found() -> None:
    with transaction.atomic():
        project("un", "Eau")
        transaction.set_rollback(True)
    assert found("eau") == []


def test_a_record_that_is_gone_is_no_longer_found() -> None:
    gone = project("un", "Eau")
    number = gone.pk
    gone.delete()
    gone.pk = number
    write_line("portfolio.remove-project", gone, public=True)
    assert found("eau") == []


def test_a_place_renamed_is_found_by_its_projects_new_words() -> None:
    values = {"name": {"fr": "Ancien"}, "kind": "city", "country": "GN"}
    place = keep_record(Place, {"slug": "lieu"}, values, act="portfolio.keep-place")
    keep_links(project("un", "Eau"), "places", [place], act="portfolio.place-project")
    assert set(found("ancien")) == {"un", "lieu"}
    keep_record(Place, {"slug": "lieu"}, {"name": {"fr": "Nouveau"}}, act="portfolio.keep-place")
    assert (found("ancien"), set(found("nouveau"))) == ([], {"un", "lieu"})


def test_a_child_row_is_found_with_its_project_and_a_merge_is_followed() -> None:
    water = project("un", "Eau")
    double, kept = organisation("double", "Fontainiers"), organisation("garde", "Puisatiers")
    key = {"project": water, "organisation": double, "role": "4"}
    keep_record(Participation, key, {}, act="portfolio.keep-participation")
    assert set(found("fontainiers")) == {"un", "double"}
    merge_organisations(double, kept)
    assert found("fontainiers") == []
    assert set(found("puisatiers")) == {"un", "garde"}


def test_editorial_pages_are_found_in_their_language() -> None:
    body = [
        {"heading": "Données"},
        {"text": "Nous gardons **peu** de choses."},
        {"list": ["Les courriels"]},
    ]
    keep_page(
        "privacy", {"fr": {"slug": "vie-privee", "title": "Vie privée", "intro": "", "body": body}}
    )
    assert found("courriels") == found("données gardons") == ["vie-privee"]
    assert found("courriels", "nl") == []
    page = SearchEntry.objects.get(slug="vie-privee")
    assert "<" not in page.body


def test_an_unpublished_page_is_not_found() -> None:
    keep_page(
        "privacy", {"fr": {"slug": "vie-privee", "title": "Vie privée", "intro": "", "body": []}}
    )
    from jumelage.public.site.models import EditorialPage

    page = EditorialPage.objects.get()
    page.unpublish()
    index_record(page)
    assert found("privee") == []


@pytest.mark.parametrize(("block", "counted"), [(500, 200_000), (2, 0)])
def test_the_vocabulary_counts_exactly_and_rebuilding_changes_nothing(
    block: int, counted: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However small the parts are in which it is made, and whoever is not to be found."""
    project("un", "Eau potable", "Eau claire")
    project("deux", "Eau claire")
    project("deux", "Lait clair")
    project("cache", "Eau trouble", published=False)
    keep_page("privacy", {"nl": {"slug": "p", "title": "Water", "intro": "", "body": []}})
    monkeypatch.setattr(rebuilding, "_BLOCK_ENTRIES", block)
    monkeypatch.setattr(rebuilding, "_MOST_COUNTED", counted)

    def state() -> Any:
        words = sorted(Word.objects.values_list("language", "text", "uses"))
        entries = sorted(SearchEntry.objects.values_list("record", "language", "digest"))
        return words, entries

    before = state()
    assert ("fr", "eau", 1) in before[0]
    assert ("fr", "claire", 1) in before[0]
    assert ("nl", "water", 1) in before[0]
    assert not {"trouble", "water"} & {text for language, text, _ in before[0] if language == "fr"}
    assert rebuild_index() == len(before[1]) == 7
    assert state() == before


def test_indexing_again_writes_nothing(django_assert_num_queries: Any) -> None:
    one = document("rapport", "Texte")
    with django_assert_num_queries(3):
        index_record(one)


def test_an_entry_that_is_deleted_by_any_road_leaves_the_engine() -> None:
    project("un", "Eau")
    number = SearchEntry.objects.get(slug="un", language="fr").pk
    assert "eau" in indexed_words(number)
    SearchEntry.objects.all().delete()
    assert indexed_words(number) == []


@pytest.mark.parametrize(
    "question",
    ["", " ", '"', "''", "eau AND", "NOT", "NEAR(a b)", "*", "title:eau", "{title} : x", "a:*A & b", "\0", "eau\0x",
     "🎉🎉", "%_\\", "-eau", "(((", "œ" * 10_000, "a " * 5_000, "<script>alert(1)</script>", "\ud83d"],
)  # fmt: skip
def test_hostile_questions_get_a_kind_answer(question: str, client: Client) -> None:
    project("un", "Eau <b>potable</b> & script")
    response = client.get("/fr/recherche/", {"q": question.encode("utf-8", "replace")})
    assert response.status_code == 200
    assert b"<script>alert" not in response.content
    assert b"<b>potable" not in response.content


def test_the_page_marks_escapes_and_leads(client: Client) -> None:
    project("un", "L’Eau <i>de</i> Labé", "Six zones rurales autour de LABÉ.")
    html = client.get("/fr/recherche/", {"q": "labe"}).content.decode()
    assert "L’Eau &lt;i&gt;de&lt;/i&gt; <mark>Labé</mark>" in html
    assert "autour de <mark>LABÉ</mark>." in html
    assert 'href="/fr/projets/un/"' in html
    assert '<meta name="robots" content="noindex">' in html


def test_results_lead_to_their_pages(client: Client) -> None:
    document("sans", "Fontaine")
    document("avec", "Fontaine", file="documents/x.pdf")
    values = {"name": {"fr": "Fontaine"}, "kind": "city", "country": "GN"}
    keep_record(Place, {"slug": "lieu"}, values, act="portfolio.keep-place")
    organisation("amis", "Fontaine")
    with override("fr"):
        html = client.get("/fr/recherche/", {"q": "fontaine"}).content.decode()
    for address in (
        "/fr/documents/avec/",
        "/fr/documents/",
        "/fr/projets/?country=GN",
        "/fr/organisations/amis/",
    ):
        assert f"{address}" in html


def test_nothing_is_found_by_an_organisation_that_is_not_published() -> None:
    water, other = project("un", "Puits"), organisation("autre", "Zorilla")
    values = {"title": {"fr": "Ville"}, "summary": {"fr": "…"}, "country": "CD"}
    town = keep_record(Partnership, {"slug": "ville"}, values, act="portfolio.keep-partnership")
    as_row = {"project": water, "organisation": other, "role": "4"}
    keep_record(Participation, as_row, {}, act="portfolio.keep-participation")
    as_row = {"partnership": town, "organisation": other}
    keep_record(Partner, as_row, {}, act="portfolio.keep-partner")
    assert set(found("zorilla")) == {"autre", "ville", "un"}
    hidden = {"published": False}
    keep_record(Organisation, {"slug": "autre"}, hidden, act="organisations.keep")
    assert found("zorilla") == []


def test_pages_of_twenty_under_few_queries(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(25):
        project(f"p{number}", f"Eau {number}")
    with django_assert_max_num_queries(12):
        first = client.get("/fr/recherche/", {"q": "eau"}).content.decode()
    second = client.get("/fr/recherche/", {"q": "eau", "page": "2"}).content.decode()
    assert (first.count("<mark>Eau"), second.count("<mark>Eau")) == (20, 5)
    assert client.get("/fr/recherche/", {"q": "eau", "page": "99x"}).status_code == 200


def test_only_the_best_are_looked_at(monkeypatch: pytest.MonkeyPatch, client: Client) -> None:
    monkeypatch.setattr(queries, "CANDIDATES", 3)
    for number in range(5):
        project(f"p{number}", f"Eau {number}")
    answer = search("eau", language="fr")
    assert (len(answer.numbers), answer.capped) == (3, True)


def test_a_council_and_a_decision_are_found(client: Client) -> None:
    from jumelage.city.governance.models import Body, Decision

    city = organisation("ville", "Ville")
    values = {"name": {"fr": "Conseil consultatif"}, "kind": "advisory", "organisation": city}
    body = keep_record(Body, {"slug": "conseil"}, values, act="governance.keep-body")
    values = {"subject": {"fr": "Plan d'eau"}, "body": body}
    keep_record(Decision, {"slug": "plan"}, values, act="governance.keep-decision")
    assert set(found("consultatif")) == {"conseil", "plan"}
    assert 'href="/fr/conseil/"' in client.get("/fr/recherche/", {"q": "plan"}).content.decode()


def test_the_engine_is_the_databases_own() -> None:
    assert connection.vendor in {"sqlite", "postgresql"}
