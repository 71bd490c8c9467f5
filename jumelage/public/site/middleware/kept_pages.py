"""Finished pages in the memory of a process, as each browser wants them."""

import gzip
import re
from collections import OrderedDict
from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache, partial
from hashlib import blake2b
from threading import Lock
from typing import Any

import brotli
from django.http import HttpResponse, HttpResponseNotModified

Stamp = tuple[int, date, datetime | None]
Key = tuple[str, ...]

VARY = "Accept-Encoding, Cookie, Save-Data"
COMPRESSED = ("text/", "image/svg+xml", "application/xml", "application/atom+xml")
_NEVER = re.compile(r"\s*q=0(\.0*)?\s*$")
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
