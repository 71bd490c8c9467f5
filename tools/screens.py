"""Take pictures of pages, and say what is wrong with them.

    python tools/screens.py http://localhost:8000 /fr/ /fr/projets/
    python tools/screens.py http://localhost:8000 --languages fr nl --widths 320 --schemes dark

Without an address it looks at the site that `make demo` serves (`PORT`, else 8000); without paths it
visits the sitemap, one page of each kind and language. Each line says:
status, requests, kilobytes, whether the page is wider than the window, what the console said.
Pictures go to shots/, which git ignores.
"""

import argparse
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright

FOLDER = Path(__file__).resolve().parents[1] / "shots"
CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(frozen=True)
class Look:
    """One way of looking at a page."""

    path: str
    width: int
    scheme: str
    script: bool

    @property
    def file(self) -> Path:
        """Where its picture goes."""
        name = re.sub(r"[^a-z0-9-]+", "-", self.path.lower()).strip("-") or "root"
        return FOLDER / f"{name}-{self.scheme}-{self.width}{'' if self.script else '-plain'}.png"


def take(browser: Browser, base: str, look: Look) -> str:
    """Take one picture; the line that reports on it."""
    context = browser.new_context(
        viewport={"width": look.width, "height": 900},
        color_scheme="dark" if look.scheme == "dark" else "light",
        java_script_enabled=look.script,
        reduced_motion="reduce",
    )
    page = context.new_page()
    said: list[str] = []
    sizes: list[int] = []
    page.on("console", lambda message: said.append(message.text[:160]))
    page.on("pageerror", lambda error: said.append(str(error)[:160]))
    page.on(
        "requestfinished", lambda request: sizes.append(max(0, request.sizes()["responseBodySize"]))
    )
    answer = page.goto(base + look.path, wait_until="load")
    page.wait_for_timeout(200)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.screenshot(path=look.file, full_page=True)
    context.close()
    return (
        f"{answer.status if answer else '-'} {look.path} {look.scheme} {look.width}: "
        f"{len(sizes)} requests, {sum(sizes) / 1000:.1f} kB"
        + (f", WIDER: {wide}" if wide > look.width else "")
        + (f", SAID: {said}" if said else "")
    )


def told(address: str) -> list[str]:
    """The addresses that a sitemap tells, those of the sitemaps it leads to included."""
    with urlopen(address, timeout=30) as answer:  # noqa: S310 - typed by a developer
        found = re.findall(r"<loc>([^<]+)</loc>", answer.read().decode())
    return [one for place in found for one in (told(place) if place.endswith(".xml") else [place])]


def found_in_sitemap(base: str, languages: list[str]) -> Iterator[str]:
    """The first address of each kind of page, in each language."""
    seen = set()
    for address in told(f"{base}/sitemap.xml"):
        path = urlsplit(address).path
        kind = (*path.split("/")[1:3], path.count("/"))
        if kind not in seen and kind[0] in languages:
            seen.add(kind)
            yield path


def main() -> None:
    """Look at every page in every way that was asked for."""
    arguments = argparse.ArgumentParser(description=__doc__)
    here = f"http://localhost:{os.environ.get('PORT', '8000')}"
    arguments.add_argument("base", nargs="?", default=here)
    arguments.add_argument("paths", nargs="*")
    arguments.add_argument("--languages", nargs="*", default=["fr", "nl", "en"])
    arguments.add_argument("--widths", nargs="*", type=int, default=[1280, 320])
    arguments.add_argument("--schemes", nargs="*", default=["light", "dark"])
    arguments.add_argument("--without-script", action="store_true")
    given = arguments.parse_args()
    base = given.base.rstrip("/")
    paths = given.paths or list(found_in_sitemap(base, given.languages))
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        for path, scheme, width in product(paths, given.schemes, given.widths):
            print(take(browser, base, Look(path, width, scheme, not given.without_script)))
        browser.close()


if __name__ == "__main__":
    main()
