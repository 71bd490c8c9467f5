"""News: kept with their versions, released in two languages, shown by the clock."""

import xml.etree.ElementTree as ET
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import get_resolver
from freezegun import freeze_time

from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.public.site.models import News, SearchEntry
from jumelage.public.site.queries.news import next_moment, waiting
from jumelage.public.site.services.news.follow_clock import follow_clock
from jumelage.public.site.services.news.keep_news import keep_news
from jumelage.public.site.services.news.publish_news import publish_news
from jumelage.public.site.services.news.restore_news import restore_news
from jumelage.public.site.services.news.withdraw_news import withdraw_news
from tests.factories.news import NewsFactory
from tests.factories.staff import at_desk, person
from tests.factories.texts import text

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
VALUES: dict[str, Any] = {"title": text("Water"), "summary": text("In short"), "text": text("Long")}


@pytest.fixture(autouse=True)
def addresses() -> None:
    """Read the address book before any clock is stopped: libraries in C do not load under a false one."""
    _ = get_resolver().url_patterns


def refused(act: Any, *given: Any, **more: Any) -> Refused:
    with pytest.raises(Refused) as refusal:
        act(*given, **more)
    return refusal.value


def test_each_change_is_a_version_and_the_same_again_is_none() -> None:
    somebody = person()
    keep_news("water", VALUES, actor=somebody)
    keep_news("water", VALUES, actor=somebody)
    news = keep_news("water", {"title": text("Rain")}, actor=None)
    assert [(one.number, one.by) for one in news.versions.all()] == [(2, None), (1, somebody)]
    assert Entry.objects.filter(act="site.keep-news").count() == 2
    first = news.versions.get(number=1)
    assert first.content["title"]["fr"] == "Water (fr)"
    assert str(first) == "Rain (fr) 1"
    back = restore_news(first, actor=somebody)
    assert back.title["nl"] == "Water (nl)"
    assert news.versions.count() == 3


def test_a_version_holds_moments_and_date() -> None:
    news = keep_news("water", {**VALUES, "date": "2026-11", "shown_from": NOON})
    keep_news("water", {"date": None, "shown_from": None, "shown_until": NOON})
    back = restore_news(news.versions.get(number=1))
    assert (str(back.date), back.shown_from, back.shown_until) == ("2026-11", NOON, None)


def test_refusals_keep_nothing() -> None:
    unsafe = {**VALUES, "text": {"fr": "[x](javascript:1)"}}
    assert refused(keep_news, "water", unsafe).code == "page-link-unsafe"
    backwards = {**VALUES, "shown_from": NOON, "shown_until": NOON}
    assert refused(keep_news, "water", backwards).code == "news-reversed"
    assert not News.objects.exists()


def test_a_notice_is_released_in_both_languages_only() -> None:
    news = NewsFactory(published=False, title={"fr": "Eau"}, text={"nl": "Water"})
    told = sentence(refused(publish_news, news))
    assert "Titre (Nederlands)" in told
    assert "Texte (Français)" in told
    assert not News.objects.get().published


@freeze_time(NOON)
def test_releasing_dates_and_tells_once() -> None:
    news = NewsFactory(published=False, date=None, shown_from=NOON + timedelta(days=2))
    publish_news(news)
    publish_news(news)
    dated = NewsFactory(published=False)
    publish_news(dated)
    assert str(News.objects.get(pk=dated.pk).date) == "2026-11-20"
    assert str(News.objects.get(pk=news.pk).date) == "2026-11-24"
    withdraw_news(news)
    withdraw_news(news)
    lines = Entry.objects.filter(record=f"site.news:{news.pk}")
    acts = list(lines.values_list("act", "public"))
    assert acts == [("site.publish-news", True), ("site.withdraw-news", True)]


@pytest.mark.parametrize(
    ("times", "seen"),
    [
        ({}, True),
        ({"shown_from": NOON}, True),
        ({"shown_from": NOON + HOUR}, False),
        ({"shown_until": NOON + HOUR}, True),
        ({"shown_until": NOON}, False),
        ({"published": False}, False),
    ],
)
def test_visitors_see_it_within_its_hours(client: Client, times: Any, seen: bool) -> None:
    news = NewsFactory(slug="water", **times)
    with freeze_time(NOON):
        follow_clock(now=NOON)
        assert (client.get("/nl/nieuws/water/").status_code == 200) is seen
        for path in ("/fr/actualites/", "/fr/", "/fr/actualites/flux/", "/sitemap-news.xml"):
            assert ("/actualites/water/" in client.get(path).content.decode()) is seen, path
    assert SearchEntry.objects.filter(record=f"site.news:{news.pk}").exists() is seen


def test_the_search_follows_the_clock_and_never_shows_what_ended(client: Client) -> None:
    NewsFactory(slug="water", title=text("Fountain"), shown_from=NOON, shown_until=NOON + HOUR)
    with freeze_time(NOON):
        assert follow_clock(now=NOON) == 1
        assert follow_clock(now=NOON) == 0
        assert "/water/" in client.get("/fr/recherche/?q=fountain").content.decode()
    with freeze_time(NOON + HOUR):
        assert "/water/" not in client.get("/fr/recherche/?q=fountain").content.decode()
        call_command("publish_on_time")
        assert not SearchEntry.objects.exists()


def test_the_next_moment_is_the_nearest_one_to_come() -> None:
    assert next_moment(NOON) is None
    NewsFactory(shown_from=NOON - HOUR, shown_until=NOON + 3 * HOUR)
    NewsFactory(shown_from=NOON + 2 * HOUR)
    NewsFactory(shown_from=NOON + HOUR, published=False)
    assert next_moment(NOON) == NOON + 2 * HOUR
    assert next_moment(NOON + 2 * HOUR) == NOON + 3 * HOUR


def test_a_kept_page_gives_way_at_the_moment(client: Client, settings: Any) -> None:
    settings.PAGE_CACHE_BYTES = 1_000_000
    keep_news("water", {**VALUES, "published": True, "shown_from": NOON, "date": "2026-11-22"})
    visitor = Client()
    with freeze_time(NOON - timedelta(seconds=1)) as clock:
        before = visitor.get("/fr/actualites/")
        assert visitor.get("/fr/actualites/")["ETag"] == before["ETag"]
        clock.tick(timedelta(seconds=1))
        after = visitor.get("/fr/actualites/")
    assert "/actualites/water/" not in before.content.decode()
    assert "/actualites/water/" in after.content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_as_much_for_three_as_for_one(
    client: Client, rows: int, django_assert_num_queries: Any
) -> None:
    NewsFactory.create_batch(rows)
    client.get("/fr/actualites/")
    with django_assert_num_queries(3):
        client.get("/fr/actualites/")


def test_the_page_and_the_feed_carry_what_people_wrote(client: Client) -> None:
    body = "## Où\n\n- [la loi](https://example.org/loi)\n- <b>ici</b>"
    NewsFactory(slug="water", text={"fr": body}, title={"fr": "Eau & <pluie>"}, date="2026-11")
    html = client.get("/nl/nieuws/water/").content.decode()
    assert '<div lang="fr"><h2>Où</h2>' in html
    assert 'rel="external noopener">la loi<span class="out">' in html
    assert "(externe site)" in html
    assert "&lt;b&gt;ici&lt;/b&gt;" in html
    feed = ET.fromstring(client.get("/fr/actualites/flux/").content)
    space = {"a": "http://www.w3.org/2005/Atom"}
    assert feed.findtext("a:author/a:name", "", space)
    assert feed.findtext("a:entry/a:title", "", space) == "Eau & <pluie>"
    NewsFactory(slug="day")
    assert "<published>" in client.get("/fr/actualites/flux/").content.decode()


def test_editors_are_told_what_waits() -> None:
    NewsFactory(published=False)
    today = date(2026, 11, 22)
    assert [line.count for line in waiting(person("site.write-news"), today)] == [1]
    assert waiting(person(), today) == []


def test_the_desk_adds_and_previews() -> None:
    desk = at_desk("site.write-news")
    sent = {"own-slug": "water", "own-shown_from": "2026-12-01T09:00"}
    sent |= {
        f"own-{name}__{code}": f"{name} {code}"
        for name in ("title", "summary")
        for code in ("fr", "nl")
    }
    assert desk.post("/desk/registers/news/add/", sent).status_code == 302
    news = News.objects.get()
    assert news.shown_from == datetime(2026, 12, 1, 8, tzinfo=UTC)
    shown = desk.get("/desk/news/water/preview/?language=nl")
    assert "title nl" in shown.content.decode()
    assert '<html lang="nl"' in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    assert "title fr" in desk.get("/desk/news/water/preview/").content.decode()
    assert desk.get("/desk/news/none/preview/").status_code == 404
    assert at_desk("media.keep").get("/desk/news/water/preview/").status_code == 403


def test_the_desk_compares_and_brings_back() -> None:
    desk = at_desk("site.write-news")
    news = keep_news("water", {**VALUES, "title": {"fr": "title fr", "nl": "title nl"}})
    assert "nothing to compare yet" in desk.get("/desk/news/water/versions/").content.decode()
    keep_news("water", {"title": {"fr": "autre titre", "nl": "title nl"}, "date": "2026"})
    page = desk.get("/desk/news/water/versions/").content.decode()
    assert "<del>title" in page
    assert "<ins>autre" in page
    same = desk.get("/desk/news/water/versions/?old=1&new=1").content.decode()
    assert "The two versions are the same." in same
    desk.post("/desk/news/water/versions/1/")
    assert News.objects.get().title["fr"] == "title fr"
    assert desk.post("/desk/news/water/versions/9/").status_code == 404
    version = news.versions.get(number=1)
    version.content |= {"text": {"fr": "[x](javascript:1)"}}
    version.save()
    answer = desk.post("/desk/news/water/versions/1/", follow=True)
    assert "must begin with https:" in answer.content.decode()
