"""The page cache: exact to the act, never personal, one memory per process, right in HTTP."""

import gzip
from collections.abc import Callable
from datetime import date
from typing import Any

import brotli
import pytest
from django.core.handlers.base import BaseHandler
from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory
from freezegun import freeze_time

from jumelage.city.portfolio.models import Project
from jumelage.foundation.accounts.models import User
from jumelage.foundation.audit.services.keep_record import keep_record
from jumelage.public.site.middleware import page_cache
from jumelage.public.site.middleware.kept_pages import Memory, Page
from jumelage.public.site.middleware.page_cache import PageCache

pytestmark = pytest.mark.django_db
PATH = "/fr/recherche/"


@pytest.fixture(autouse=True)
def memory(settings: Any) -> None:
    settings.PAGE_CACHE_BYTES = 1_000_000


class Counter:
    """A view that says how often it was asked."""

    def __init__(self, **headers: str) -> None:
        self.asked, self.headers = 0, headers
        self.kind: type[Any] = HttpResponse
        self.status = 200

    def __call__(self, request: HttpRequest) -> Any:
        self.asked += 1
        response = self.kind(f"page {self.asked} " + "é" * 500, status=self.status)
        for name, value in self.headers.items():
            response.headers[name.replace("_", "-")] = value
        return response


def get(cache: PageCache, path: str = PATH, method: str = "GET", **more: Any) -> HttpResponse:
    response = cache(RequestFactory().generic(method, path, **more))
    assert isinstance(response, HttpResponse)
    return response


def publish(*, public: bool = True, title: str = "Eau") -> None:
    values = {"title": {"fr": title}, "summary": {"fr": "…"}, "country": "CD"}
    keep_record(
        Project, {"slug": title.lower()}, values, act="portfolio.keep-project", public=public
    )


def test_a_page_is_made_once() -> None:
    view = Counter()
    cache = PageCache(view)
    assert get(cache).content == get(cache).content
    assert view.asked == 1


def test_a_public_act_empties_it_and_any_other_does_not() -> None:
    view = Counter()
    cache = PageCache(view)
    get(cache)
    publish(public=False)
    get(cache)
    assert view.asked == 1
    publish(title="Puits")
    get(cache)
    get(cache)
    assert view.asked == 2


def test_a_public_act_that_is_rolled_back_does_not() -> None:
    view = Counter()
    cache = PageCache(view)
    get(cache)
    with transaction.atomic():
        publish()
        transaction.set_rollback(True)
    get(cache)
    assert view.asked == 1


def test_an_act_while_the_page_is_made_makes_that_page_old() -> None:
    view = Counter()

    def slow(request: HttpRequest) -> HttpResponse:
        response = view(request)
        if view.asked == 1:
            publish()
        return response  # type: ignore[no-any-return]

    cache = PageCache(slow)
    get(cache)
    assert get(cache).content.startswith(b"page 2")


def test_two_processes_each_see_every_act() -> None:
    first, second = PageCache(Counter()), PageCache(Counter())
    before = get(first).content, get(second).content
    publish()
    assert (get(first).content, get(second).content) != before
    assert get(first).content.startswith(b"page 2")
    assert get(second).content.startswith(b"page 2")


def test_a_new_day_makes_the_pages_anew() -> None:
    view = Counter()
    cache = PageCache(view)
    with freeze_time("2026-11-22 12:00"):
        get(cache)
        get(cache)
    with freeze_time("2026-11-23 12:00"):
        get(cache)
    assert view.asked == 2


@pytest.mark.parametrize(
    ("first", "second", "pages"),
    [
        ({}, {"HTTP_COOKIE": "theme=dark"}, 2),
        ({}, {"HTTP_COOKIE": "theme=strange"}, 1),
        ({}, {"HTTP_COOKIE": "csrftoken=x; language=nl"}, 1),
        ({"HTTP_COOKIE": "theme=light"}, {"HTTP_COOKIE": "theme=dark"}, 2),
        ({}, {"HTTP_SAVE_DATA": "on"}, 2),
        ({"HTTP_COOKIE": "saver=on"}, {"HTTP_SAVE_DATA": "on"}, 1),
        ({}, {"HTTP_SAVE_DATA": "off"}, 1),
        ({}, {"QUERY_STRING": "page=2"}, 2),
        ({}, {"HTTP_HOST": "127.0.0.1"}, 2),
        ({}, {"HTTP_X_FORWARDED_PROTO": "https"}, 2),
        ({}, {"HTTP_ACCEPT_LANGUAGE": "nl"}, 1),
        ({}, {"HTTP_ACCEPT_ENCODING": "br"}, 1),
    ],
)
def test_what_a_page_depends_on(first: Any, second: Any, pages: int) -> None:
    view = Counter()
    cache = PageCache(view)
    for _ in range(2):
        get(cache, **first)
        get(cache, **second)
    assert view.asked == pages


@pytest.mark.parametrize(
    "request_parts",
    [
        {"HTTP_COOKIE": "sessionid=abc"},
        {"HTTP_COOKIE": "theme=dark; sessionid=abc"},
        {"HTTP_COOKIE": "messages=abc"},
        {"HTTP_AUTHORIZATION": "Bearer x"},
        {"HTTP_HX_REQUEST": "true"},
        {"HTTP_RANGE": "bytes=0-1"},
        {"method": "POST"},
        {"path": "/styleguide/"},
        {"path": "/"},
    ],
)
def test_requests_that_always_pass(request_parts: Any) -> None:
    view = Counter()
    cache = PageCache(view)
    assert get(cache, **request_parts)["Cache-Control"] == "private, no-cache"
    get(cache, **request_parts)
    assert view.asked == 2


@pytest.mark.parametrize(
    "headers",
    [
        {"Vary": "Cookie"},
        {"Vary": "Accept-Language, cookie"},
        {"Vary": "*"},
        {"Cache-Control": "private"},
        {"Cache-Control": "max-age=0, no-store"},
        {"Content-Type": "application/json"},
        {"Content-Encoding": "br"},
    ],
)
def test_answers_that_are_never_kept(headers: dict[str, str]) -> None:
    view = Counter(**headers)
    cache = PageCache(view)
    get(cache)
    assert "ETag" not in get(cache)
    assert view.asked == 2


def test_a_cookie_another_status_a_stream_or_a_heavy_page_is_never_kept(settings: Any) -> None:
    def spoilt(spoil: Callable[[Any], None]) -> int:
        view = Counter()

        def answer(request: HttpRequest) -> Any:
            response = view(request)
            spoil(response)
            return response

        cache = PageCache(answer)
        for _ in range(2):
            cache(RequestFactory().get(PATH))
        return view.asked

    assert spoilt(lambda response: None) == 1
    assert spoilt(lambda response: response.set_cookie("a", "b")) == 2
    assert spoilt(lambda response: setattr(response, "status_code", 404)) == 2
    settings.PAGE_CACHE_LARGEST_BYTES = 10
    assert spoilt(lambda response: None) == 2
    view = Counter()
    view.kind = StreamingHttpResponse
    cache = PageCache(view)
    for _ in range(2):
        cache(RequestFactory().get(PATH))
    assert view.asked == 2


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("BR;q=0.5", "br"),
        ("br;q=0, gzip;q=0.0", ""),
        ("identity", ""),
        ("", ""),
    ],
)
def test_encodings(accepted: str, encoding: str) -> None:
    cache = PageCache(Counter())
    response = get(cache, HTTP_ACCEPT_ENCODING=accepted)
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}[encoding]
    assert unpack(response.content).startswith(b"page 1")
    assert response.get("Content-Encoding", "") == encoding
    assert response["Content-Length"] == str(len(response.content))
    assert response["Vary"] == "Accept-Encoding, Cookie, Save-Data"
    assert response["Cache-Control"] == "no-cache"
    again = get(cache, HTTP_ACCEPT_ENCODING=accepted, HTTP_IF_NONE_MATCH=response["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == response["ETag"]


def test_a_pdf_is_not_compressed_again() -> None:
    response = get(PageCache(Counter(Content_Type="application/pdf")), HTTP_ACCEPT_ENCODING="br")
    assert "Content-Encoding" not in response


def test_tags_are_strong_and_differ_by_encoding() -> None:
    cache = PageCache(Counter())
    tags = {get(cache, HTTP_ACCEPT_ENCODING=name)["ETag"] for name in ("br", "gzip", "")}
    assert len(tags) == 3
    assert all(tag.startswith('"') for tag in tags)
    plain = get(cache)["ETag"]
    for known, status in (
        (f'"x", W/{plain}', 304), ("*", 304), ('"x"', 200), (plain.strip('"'), 200)
    ):  # fmt: skip
        assert get(cache, HTTP_IF_NONE_MATCH=known).status_code == status


def test_head_has_the_headers_of_get_and_no_body() -> None:
    view = Counter()
    cache = PageCache(view)
    head, got, again = get(cache, method="HEAD"), get(cache), get(cache, method="HEAD")
    assert head.content == again.content == b""
    assert dict(head.items()) == dict(got.items()) == dict(again.items())
    assert view.asked == 1


def test_the_view_sees_get_and_the_middleware_above_sees_head() -> None:
    seen = []

    def view(request: HttpRequest) -> HttpResponse:
        seen.append(request.method)
        return HttpResponse(status=404)

    request = RequestFactory().head(PATH)
    PageCache(view)(request)
    assert (seen, request.method) == (["GET"], "HEAD")


def test_memory_is_bounded_and_the_least_served_leaves() -> None:
    stamp = (1, date(2026, 11, 22))
    page = Page(stamp, HttpResponse(b"x" * 100))
    memory = Memory(3 * page.size)
    for name in "abc":
        memory.put((name,), page)
    assert memory.get(("a",), stamp) is page
    memory.put(("d",), page)
    memory.put(("d",), page)
    assert memory.used_bytes == 3 * page.size
    assert memory.get(("b",), stamp) is None
    assert memory.get(("a",), (2, stamp[1])) is None


def test_without_the_database_the_view_itself_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost() -> int:
        raise DatabaseError

    monkeypatch.setattr(page_cache, "publication_stamp", lost)
    view = Counter()
    cache = PageCache(view)
    get(cache)
    get(cache)
    assert view.asked == 2


@pytest.fixture
def site(client: Client) -> Client:
    return client


def test_on_the_real_site_no_signed_in_page_is_kept(site: Client) -> None:
    person = User.objects.create_user(email="somebody@example.org", password="x" * 20)
    visitor = Client()
    assert "ETag" in visitor.get(PATH)
    site.force_login(person)
    assert "ETag" not in site.get(PATH)
    assert "ETag" not in visitor.get("/fr/compte/connexion/")


def test_on_the_real_site_every_header_is_kept_with_the_page(site: Client) -> None:
    first, second = site.get(PATH), site.get(PATH)
    assert first.content == second.content
    for response in (first, second):
        for name in (
            "Content-Security-Policy", "Referrer-Policy", "Permissions-Policy", "X-Frame-Options",
            "Cross-Origin-Opener-Policy", "X-Content-Type-Options", "Content-Language",
        ):  # fmt: skip
            assert response[name], name
        assert "X-Request-ID" not in response


def test_a_hit_asks_the_database_for_nothing_but_the_stamp(
    site: Client, django_assert_num_queries: Any
) -> None:
    site.get(PATH)
    with django_assert_num_queries(0):
        site.get(PATH)


def test_the_cache_is_the_outermost(settings: Any) -> None:
    assert settings.MIDDLEWARE[0] == "jumelage.public.site.middleware.page_cache.PageCache"
    BaseHandler().load_middleware()
