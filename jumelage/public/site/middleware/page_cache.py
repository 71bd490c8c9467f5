"""The page cache: finished anonymous pages, kept in the memory of each process.

A page is served from it only while the journal's publication stamp is the one read before the page was made, the day is
the same (states of projects follow from the date), and no moment has passed at which the clock alone changes what is
shown (a room tells the next one in `queries.next_moment`; it is asked again after each change): one tiny query per
request, nothing seen late.
"""

from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from typing import TypeGuard

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils import timezone

from jumelage.foundation.audit.queries import publication_stamp
from jumelage.foundation.kernel.declared import declared
from jumelage.public.site.middleware.kept_pages import Key, Memory, Page, Stamp
from jumelage.public.site.rules.preferences import saves_data, theme_of

Answer = Callable[[HttpRequest], HttpResponseBase]

HTML = "text/html"
CACHEABLE = (
    HTML,
    "application/pdf",
    "image/svg+xml",
    "application/xml",
    "text/plain",
    "application/atom+xml",
)
# Besides /fr/…, /nl/… and /en/…: what does not depend on the language at all.
OTHERS = ("/sitemap", "/robots.txt")
# What makes an answer personal or partial: such requests always pass.
PERSONAL = ("HTTP_AUTHORIZATION", "HTTP_HX_REQUEST", "HTTP_RANGE")
# Files are left alone: parts of them are asked for by place.
PRIVATE_PACKER = GZipMiddleware(lambda _: HttpResponse())


class Clock:
    """Under which stamp a page is made: last public act, day, and the next moment that changes what is shown."""

    def __init__(self) -> None:
        self._asked: tuple[int, datetime | None] = (-1, None)

    def stamp(self, now: datetime) -> Stamp:
        """The stamp at `now`; the rooms are asked only after a public act, or when their moment has come."""
        number = publication_stamp()
        known, moment = self._asked
        if number != known or (moment and now >= moment):
            found = [ask(now) for ask in declared("queries", "next_moment")]
            moment = min((one for one in found if one), default=None)
            self._asked = (number, moment)
        return number, timezone.localdate(now), moment


class PageCache:
    """Outermost: answers anonymous visitors from memory, and keeps what may be kept."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        self.memory = Memory(settings.PAGE_CACHE_BYTES)
        self.clock = Clock()
        self.session = f"{settings.SESSION_COOKIE_NAME}="

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Serve from memory, else make the page."""
        key = self._key(request)
        if key is None:
            return _uncached(request, self.get_response(request))
        # Read before the page is made: a change in between makes the page old, never the stamp new.
        try:
            stamp = self.clock.stamp(timezone.now())
        except DatabaseError:
            return _uncached(request, self.get_response(request))
        page = self.memory.get(key, stamp)
        if page is None:
            request.method = "GET"
            response = self.get_response(request)
            request.method = request.META["REQUEST_METHOD"]
            if not _may_be_kept(response):
                return _uncached(request, response)
            response.headers.setdefault("Cache-Control", "no-cache")
            page = Page(stamp, response)
            self.memory.put(key, page)
        return page.answer(request.META)

    def _key(self, request: HttpRequest) -> Key | None:
        """What the page depends on; None when the answer may be personal or may not be kept."""
        meta = request.META
        path = request.path_info
        cookie = meta.get("HTTP_COOKIE", "")
        if (
            request.method not in {"GET", "HEAD"}
            or not (path[3:4] == "/" or path.startswith(OTHERS))
            or not self.memory.limit_bytes
            or self.session in cookie
            or "messages=" in cookie
            or any(name in meta for name in PERSONAL)
        ):
            return None
        cookies = request.COOKIES if cookie else {}
        preferences = ""
        if cookie or "HTTP_SAVE_DATA" in meta:
            saver = "saver" if saves_data(meta.get("HTTP_SAVE_DATA", ""), cookies) else ""
            preferences = theme_of(cookies) + saver
        scheme = f"{meta['wsgi.url_scheme']} {meta.get('HTTP_X_FORWARDED_PROTO', '')}"
        return path, meta.get("QUERY_STRING", ""), meta.get("HTTP_HOST", ""), scheme, preferences


def _may_be_kept(response: HttpResponseBase) -> TypeGuard[HttpResponse]:
    """Whether an answer is the same for everybody: finished, without a cookie, made without looking at one."""
    control = response.get("Cache-Control", "")
    vary = response.get("Vary", "").lower()
    return (
        isinstance(response, HttpResponse)
        and response.status_code == HTTPStatus.OK
        and not response.cookies
        and "Content-Encoding" not in response
        and not any(word in control for word in ("private", "no-store"))
        and not any(word in vary for word in ("cookie", "*"))
        and response.get("Content-Type", "").startswith(CACHEABLE)
        and len(response.content) <= settings.PAGE_CACHE_LARGEST_BYTES
    )


def _uncached(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """An answer that only this visitor may keep; a page is compressed, with bytes by chance (BREACH) by Django."""
    response.headers.setdefault("Cache-Control", "private, no-cache")
    if isinstance(response, HttpResponse) and response.get("Content-Type", "").startswith(HTML):
        return PRIVATE_PACKER.process_response(request, response)
    return response
