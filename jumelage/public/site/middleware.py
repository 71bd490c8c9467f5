"""The page cache, and the headers and the number that every answer carries.

The cache keeps finished anonymous pages in the memory of each process. A page is served from it only while
the journal's publication stamp is the one read before the page was made, the day is the same (states of projects
follow from the date), and no moment has passed at which the clock alone changes what is shown (a room tells the next
one in `queries.next_moment`; it is asked again after each change): one tiny query per request, nothing seen late.
"""

import gzip
import re
from collections import OrderedDict
from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache, partial
from hashlib import blake2b
from http import HTTPStatus
from threading import Lock
from typing import Any, TypeGuard
from uuid import uuid4

import brotli
from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils import timezone
from django.utils.translation import get_language

from jumelage.foundation.audit.queries import publication_stamp
from jumelage.foundation.kernel.request_number import REQUEST_NUMBER
from jumelage.foundation.registers.queries.registry import declared
from jumelage.public.site.rules.french_spaces import bind_french
from jumelage.public.site.rules.preferences import saves_data, theme_of

Answer = Callable[[HttpRequest], HttpResponseBase]
Stamp = tuple[int, date, datetime | None]
Key = tuple[str, ...]

VARY = "Accept-Encoding, Cookie, Save-Data"
ATOM = "application/atom+xml"
HTML = "text/html"
CACHEABLE = (HTML, "application/pdf", "image/svg+xml", "application/xml", "text/plain", ATOM)
# Besides /fr/…, /nl/… and /en/…: what does not depend on the language at all.
OTHERS = ("/sitemap", "/robots.txt")
# What makes an answer personal or partial: such requests always pass.
PERSONAL = ("HTTP_AUTHORIZATION", "HTTP_HX_REQUEST", "HTTP_RANGE")
COMPRESSED = ("text/", "image/svg+xml", "application/xml", ATOM)
POLICY = "Content-Security-Policy"
_NEVER = re.compile(r"\s*q=0(\.0*)?\s*$")
# Files are left alone: parts of them are asked for by place.
PRIVATE_PACKER = GZipMiddleware(lambda _: HttpResponse())
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "br": partial(brotli.compress, quality=9),
    "gzip": partial(gzip.compress, compresslevel=9, mtime=0),
}


class Page:
    """A finished page: its headers, its body and, once somebody asks for them, its compressed bodies."""

    __slots__ = ("bodies", "headers", "packed", "size", "stamp", "tag")

    def __init__(self, stamp: Stamp, response: HttpResponse) -> None:
        self.stamp = stamp
        self.tag = blake2b(response.content, digest_size=12).hexdigest()
        self.bodies: dict[str, bytes] = {"": response.content}
        self.packed = response["Content-Type"].startswith(COMPRESSED)
        response.headers["Vary"] = VARY
        self.headers = {
            name.lower(): (name, value)
            for name, value in response.items()
            if name not in {"Content-Length", "ETag", "X-Request-ID"}
        }
        # Room for the compressed bodies is counted from the start.
        self.size = 2 * len(response.content) + 2_000

    def body(self, encoding: str) -> bytes:
        """The body as the visitor's browser wants it, compressed once."""
        kept = self.bodies.get(encoding)
        if kept is None:
            kept = self.bodies[encoding] = PACKERS[encoding](self.bodies[""])
        return kept

    def answer(self, meta: dict[str, Any]) -> HttpResponse:
        """The page, or 304 to a visitor who has it."""
        encoding = _encoding(meta.get("HTTP_ACCEPT_ENCODING", "")) if self.packed else ""
        tag = f'"{self.tag}-{encoding}"' if encoding else f'"{self.tag}"'
        known = meta.get("HTTP_IF_NONE_MATCH")
        if known and _knows(known, tag):
            response: HttpResponse = HttpResponseNotModified()
        else:
            body = self.body(encoding)
            response = HttpResponse(body if meta["REQUEST_METHOD"] == "GET" else b"")
            response.headers["Content-Length"] = str(len(body))
            if encoding:
                response.headers["Content-Encoding"] = encoding
        response.headers["ETag"] = tag
        # As Django checked and kept them once: checking each again would double the cost of an answer.
        response.headers._store.update(self.headers)
        return response


class Memory:
    """Finished pages by key, the least recently served leaving first; bounded in bytes, safe between threads."""

    def __init__(self, limit_bytes: int) -> None:
        self.limit_bytes = limit_bytes
        self.used_bytes = 0
        self._pages: OrderedDict[Key, Page] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key, stamp: Stamp) -> Page | None:
        """The page under `key` if it was made under this very stamp."""
        with self._lock:
            page = self._pages.get(key)
            if page is None or page.stamp != stamp:
                return None
            self._pages.move_to_end(key)
            return page

    def put(self, key: Key, page: Page) -> None:
        """Keep a page; older ones leave when there is no room."""
        with self._lock:
            before = self._pages.pop(key, None)
            self.used_bytes += page.size - (before.size if before else 0)
            self._pages[key] = page
            while self.used_bytes > self.limit_bytes:
                _, oldest = self._pages.popitem(last=False)
                self.used_bytes -= oldest.size


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


@lru_cache(256)
def _encoding(accepted: str) -> str:
    """The smallest encoding that a browser accepts."""
    offers = dict(offer.strip().lower().partition(";")[::2] for offer in accepted.split(","))
    return next(
        (name for name in ("br", "gzip") if name in offers and not _NEVER.match(offers[name])), ""
    )


def _knows(known: str, tag: str) -> bool:
    """Whether `If-None-Match` names our tag (compared weakly, as RFC 9110, 13.1.2 asks)."""
    tags = {one.strip().removeprefix("W/") for one in known.split(",")}
    return tag in tags or "*" in tags


def request_id(get_response: Answer) -> Answer:
    """Give every request a number, for the log and for the visitor who reports a failure."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        number = uuid4().hex
        token = REQUEST_NUMBER.set(number)
        try:
            response = get_response(request)
        finally:
            REQUEST_NUMBER.reset(token)
        response.headers["X-Request-ID"] = number
        return response

    return answer


def permissions_policy(get_response: Answer) -> Answer:
    """Tell browsers which of their devices no page of ours may use."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        return response

    return answer


def french_spaces(get_response: Answer) -> Answer:
    """No line of a French page begins with its punctuation; at the desk texts stay as typed, to be compared."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        kind = response.get("Content-Type", "")
        read = kind.startswith(HTML) and not request.path_info.startswith("/desk/")
        if read and isinstance(response, HttpResponse) and get_language() == "fr":
            response.content = bind_french(response.content.decode()).encode()
        return response

    return answer


def preview_frames(get_response: Answer) -> Answer:
    """Let the desk show a preview of a page beside its form: these answers alone may be framed, by the desk alone."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if request.path.startswith("/desk/pages/"):
            policy = response.headers.get(POLICY, "")
            if "/preview/" in request.path:
                response.headers["X-Frame-Options"] = "SAMEORIGIN"
                policy = policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
            response.headers[POLICY] = f"{policy}; frame-src 'self'"
        return response

    return answer
