"""Links in a page: which lead out, how that is said, and what a page links to.

Source: WCAG 2.2, techniques G201 (warn before a change of context) and H33; HTML Living Standard, 4.6.7 (rel).
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

_ANCHOR = re.compile(r'<a\b([^>]*?)href="(https?://[^"]+)"([^>]*)>(.*?)</a>', re.DOTALL)
_REL = re.compile(r'\srel="[^"]*"')


def leads_out(address: str, *, own: str) -> bool:
    """Whether an http(s) address is not one of the site at `own`."""
    return urlsplit(address).netloc != urlsplit(own).netloc


def mark_external(html: str, *, own: str, mark: str) -> str:
    """`html` in which each link that leads out of `own` carries `mark` (safe HTML) behind its words."""

    def marked(match: re.Match[str]) -> str:
        before, address, after, words = match.groups()
        if not leads_out(address, own=own):
            return match[0]
        others = _REL.sub("", before + after)
        return f'<a{others.rstrip()} href="{address}" rel="external noopener">{words}{mark}</a>'

    return _ANCHOR.sub(marked, html)


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
