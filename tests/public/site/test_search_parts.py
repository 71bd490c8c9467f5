"""Parts of the search by themselves: highlighting, what a partnership tells, and each database's own language."""

from typing import Any

import pytest
from wagtail.models import Locale

from jumelage.city.organisations.models import Organisation
from jumelage.city.portfolio.models import Agreement, Announcement, Axis, Partner, Partnership
from jumelage.public.site.models import EditorialPage, SearchEntry
from jumelage.public.site.queries import search_engine
from jumelage.public.site.queries.search_engine import indexed_words, matches
from jumelage.public.site.queries.search_texts import texts_of
from jumelage.public.site.rules.highlighting import excerpt, marked, pattern_of
from jumelage.public.site.rules.search_words import asked_words, forms_of
from jumelage.public.site.services import fill_engine
from jumelage.public.site.services.index_record import index_record
from jumelage.public.site.services.keep_page import keep_page
from tests.factories.calls import an_open_call


def text_of(parts: list[tuple[str, bool]]) -> str:
    return "".join(f"[{part}]" if asked else part for part, asked in parts)


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("Le cœur, les Cœurs", ["coeur"], "Le [cœur], les [Cœurs]"),
        ("Labé et labe", ["labe"], "[Labé] et [labe]"),
        ("Reseau d'eau", ["eau"], "Reseau d'[eau]"),
        ("", ["eau"], ""),
    ],
)
def test_marking(text: str, words: list[str], shown: str) -> None:
    assert text_of(marked(text, pattern_of(words))) == shown


def test_an_excerpt_is_cut_between_words_around_the_first_match() -> None:
    pattern = pattern_of(["fontaine"])
    far = "mot " * 100 + "une fontaine ici " + "suite " * 100
    shown = text_of(excerpt(far, pattern))
    assert shown.startswith("… mot ")
    assert "une [fontaine] ici" in shown
    assert shown.endswith(" suite …")
    assert text_of(excerpt("x" * 300 + " fontaine", pattern)).endswith("[fontaine]")
    assert text_of(excerpt("fontaine " + "y" * 400, pattern)) == "[fontaine] …"
    assert excerpt("rien", pattern) == []


@pytest.mark.parametrize(
    ("word", "language", "forms"),
    [
        ("projets", "fr", ["projets", "projet"]),
        ("eau", "fr", ["eau"]),
        ("boten", "nl", ["boten", "bot"]),
        ("2024", "fr", ["2024"]),
        ("wells", "en", ["wells", "well"]),
        ("agua", "pt", ["agua"]),
    ],
)
def test_forms(word: str, language: str, forms: list[str]) -> None:
    assert forms_of(word, language) == forms


def test_small_words_count_when_there_are_no_others() -> None:
    assert asked_words("l'eau de Labé", "fr") == ["eau", "labe"]
    assert asked_words("de la", "fr") == ["de", "la"]


@pytest.mark.django_db
def test_a_partnership_tells_of_its_agreements_axes_partners_and_announcements() -> None:
    title = {"fr": "Titre"}
    city = Organisation.objects.create(
        slug="v", name={"fr": "Ville"}, kind="city", country="BE", acronym="VX"
    )
    one = Partnership.objects.create(slug="p", title=title, summary=title, country="CD")
    Agreement.objects.create(
        partnership=one, slug="a", title={"fr": "Convention"}, about={"fr": "Deux"}
    )
    Axis.objects.create(partnership=one, slug="a", title={"fr": "Axe"})
    Partner.objects.create(partnership=one, organisation=city, part={"fr": "Appui"})
    Announcement.objects.create(slug="a", partnership=one, text={"fr": "Suite"})
    Announcement.objects.create(slug="b", partnership=one, text={"fr": "Secret"}, published=False)
    texts = texts_of(one)
    assert texts
    body = " ".join(map(str, texts.body)).split()
    assert {"Convention", "Deux", "Axe", "Ville", "VX", "Appui", "Suite"} <= set(body)
    assert "Secret" not in body
    assert texts_of(Axis.objects.get()) is None


@pytest.mark.django_db
def test_a_page_that_changes_language_leaves_the_first() -> None:
    keep_page("privacy", {"fr": {"slug": "v", "title": "Vie", "intro": "", "body": []}})
    page = EditorialPage.objects.get()
    page.locale = Locale.objects.get_or_create(language_code="nl")[0]
    index_record(page)
    assert [entry.language for entry in SearchEntry.objects.all()] == ["nl"]


class Driver:
    """A connection that only remembers what it was asked."""

    def __init__(self, vendor: str, row: Any = None) -> None:
        self.vendor, self.row, self.asked = vendor, row, []  # type: ignore[var-annotated]

    def cursor(self) -> "Driver":
        return self

    __enter__ = cursor

    def __exit__(self, *_: object) -> None:
        pass

    def execute(self, statement: str, values: list[Any]) -> None:
        self.asked.append((statement.split(maxsplit=1)[0], values))

    def executemany(self, statement: str, rows: list[Any]) -> None:
        for values in rows:
            self.execute(statement, values)

    def fetchall(self) -> list[Any]:
        return []

    def fetchone(self) -> Any:
        return self.row


def test_postgresql_is_asked_in_its_own_language(monkeypatch: pytest.MonkeyPatch) -> None:
    driver = Driver("postgresql", row=(["eau"],))
    monkeypatch.setattr(search_engine, "connection", driver)
    matches(["eau", "potable"], language="en", kind="page", every=True, limit=9)
    matches(["ea"], language="en", kind="", every=False, limit=9)
    questions = [values[0] for _, values in driver.asked]
    assert questions[0] == "('eau':A) & ('potable':*A | 'potables':A)"
    assert questions[2] == "('eau':ABD) & ('potable':*ABD | 'potables':ABD)"
    assert questions[3] == "('ea':A)"
    assert driver.asked[0][1][1:] == ["en", "page", "page", 9]
    assert indexed_words(1) == ["eau"]
    driver.row = None
    assert indexed_words(1) == []


def test_sqlite_is_asked_in_its_own_language(monkeypatch: pytest.MonkeyPatch) -> None:
    driver = Driver("sqlite", row=("eau  potable",))
    monkeypatch.setattr(search_engine, "connection", driver)
    matches(["eau", "potable"], language="en", kind="page", every=False, limit=9)
    matches(["ea"], language="en", kind="", every=True, limit=9)
    questions = [values[0] for _, values in driver.asked]
    assert (
        questions[0]
        == '{scope} : (len AND kpage) AND {title} : (("eau") OR ("potable"* OR "potables"))'
    )
    assert questions[5] == '{scope} : (len) AND {title summary body} : (("ea"))'
    assert indexed_words(1) == ["eau", "potable"]
    driver.row = None
    assert indexed_words(1) == []


@pytest.mark.parametrize(
    ("vendor", "statements"), [("postgresql", ["UPDATE"]), ("sqlite", ["DELETE", "INSERT"])]
)
def test_each_engine_is_filled_in_its_own_language(
    vendor: str, statements: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = Driver(vendor)
    monkeypatch.setattr(fill_engine, "connection", driver)
    entry = SearchEntry(pk=7, language="fr", kind="page")
    fill_engine.fill_engine(entry, "eau", "", "texte")
    assert [verb for verb, _ in driver.asked] == statements
    driver.asked.clear()
    fill_engine.empty_engine(entry)
    assert [verb for verb, _ in driver.asked] == statements[:-1]


@pytest.mark.django_db
def test_a_call_without_published_texts_is_found_by_nobody() -> None:
    call = an_open_call()
    assert texts_of(call)
    call.current = None
    assert texts_of(call) is None


@pytest.mark.django_db
def test_of_a_page_its_words_are_found_and_the_names_of_its_pictures_are_not() -> None:
    body = [{"picture": "fontaine"}, {"heading": "Puits"}, {"video": "entretien"}]
    keep_page("water", {"fr": {"slug": "eau", "title": "Eau", "intro": "", "body": body}})
    texts = texts_of(EditorialPage.objects.get())
    assert texts
    assert texts.body == ("Puits",)


@pytest.mark.django_db
def test_postgresql_is_emptied_with_its_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_page("water", {"fr": {"slug": "eau", "title": "Eau", "intro": "", "body": []}})
    index_record(EditorialPage.objects.get())
    driver = Driver("postgresql")
    monkeypatch.setattr(fill_engine, "connection", driver)
    assert SearchEntry.objects.exists()
    with fill_engine.engine_emptied():
        assert not SearchEntry.objects.exists()
    assert driver.asked == []
