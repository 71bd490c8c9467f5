"""What a page links to, and the places in it.

Source: HTML Living Standard, 4.6.2 (links), 7.4.2.3 (places); RFC 3986, section 5 (relative addresses).
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

_LOC = re.compile(r"<loc>([^<]+)</loc>")


def leads_out(address: str, *, own: str) -> bool:
    """Whether an http(s) address is not one of the site at `own`."""
    return urlsplit(address).netloc != urlsplit(own).netloc


def addresses_of(sitemap: str) -> list[str]:
    """The addresses that a map of the site lists."""
    return _LOC.findall(sitemap)


@dataclass
class Seen:
    """What a page links to (absolute addresses, in order, once each) and the places in it that can be linked to."""

    links: list[str] = field(default_factory=list)
    places: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.hrefs: dict[str, None] = {}
        self.places: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given: dict[str, Any] = dict(attrs)
        if given.get("id"):
            self.places.add(given["id"])
        name = {"a": "href", "img": "src", "source": "src", "track": "src"}.get(tag, "")
        if given.get(name):
            self.hrefs[given[name].strip()] = None


def read_page(html: str, *, address: str) -> Seen:
    """What the page at `address` links to: http and https only."""
    reader = _Reader()
    reader.feed(html)
    links = dict.fromkeys(urljoin(address, href) for href in reader.hrefs)
    wanted = [link for link in links if link.startswith(("http://", "https://"))]
    return Seen(wanted, reader.places)


def parted(link: str, *, own: str) -> tuple[str, str]:
    """Path (with its query) and place of a link of the site at `own`."""
    whole, place = urldefrag(link)
    return whole.removeprefix(own) or "/", place
