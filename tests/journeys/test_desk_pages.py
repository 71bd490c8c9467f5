"""Every page of the desk, found from the address book: accessible, narrow enough, strict, and asking nobody else."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.journeys.conftest import RULES, Site, signed_in

Open = Callable[..., Page]
EVERYTHING = """
from jumelage.foundation.accounts.models import Role
from jumelage.foundation.registers.queries.registry import known_acts
role = Role.objects.get(code="administrator")
role.acts = sorted(known_acts())
role.save()
"""
# Every address of our rooms that needs nothing filled in; the others are reached by following links from these.
STARTS = """
import re
from django.urls import URLPattern, get_resolver
def walk(pattern, path):
    if isinstance(pattern, URLPattern):
        if "<" not in path and pattern.callback.__module__.startswith("jumelage."):
            print("PATH", path)
        return
    for each in pattern.url_patterns:
        walk(each, path + str(each.pattern))
for pattern in get_resolver().url_patterns:
    if str(pattern.pattern).startswith("desk/"):
        walk(pattern, "/" + str(pattern.pattern))
from jumelage.foundation.registers.queries.registry import registers
for one in registers():
    print("PATH", f"/desk/registers/{one.name}/")
"""
# Not pages, or the way out.
LEFT_OUT = re.compile(
    r"/(?:file|export|download|logout|sheet\.pdf|jsi18n|sprite)/?|\.(?:pdf|xlsx|ods|csv|vtt|ics)$"
)


def kind_of(path: str) -> str:
    """The type of a page: numbers and short names of records do not make another one."""
    path = re.sub(r"/\d+(?=/)", "/n", path)
    return re.sub(
        r"(/record/|/of/[\w-]+/|/people-at-risk/|/calls/|/organisations/)[\w-]+(?=/)", r"\1x", path
    )


def types(site: Site, page: Page) -> dict[str, str]:
    """One address of each type of page: the starts, and what they and what those lead to."""
    starts = re.findall(r"PATH (\S+)", site.run("shell", "-v0", "-c", STARTS))
    found = {kind_of(path): path for path in starts if not LEFT_OUT.search(path)}
    waiting = list(found.values())
    while waiting:
        answer = page.request.get(site.address + waiting.pop())
        if "text/html" not in answer.headers.get("content-type", ""):
            continue
        for path in re.findall(r'href="(/desk/[^"?#]*)"', answer.text()):
            ours = not re.match(
                r"/desk/(?:pages|images|reports|bulk|tag|workflows|account|collections|sites|users)",
                path,
            )
            if ours and not LEFT_OUT.search(path) and kind_of(path) not in found:
                found[kind_of(path)] = path
                waiting.append(path)
    return found


@pytest.fixture(scope="module")
def everything(site: Site) -> Site:
    """The administrator holds every act there is."""
    site.run("shell", "-v0", "-c", EVERYTHING)
    return site


@pytest.mark.parametrize(("language", "width"), [("fr", 1280), ("nl", 320)])
def test_every_type_of_page_of_the_desk(
    everything: Site, open_page: Open, language: str, width: int
) -> None:
    site = everything
    page = signed_in(site, open_page, "administrator@demo.jumelage.example", language, width=width)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    found = types(site, page)
    assert len(found) > 40, found
    wrong: dict[str, list[str]] = {}
    for kind, path in found.items():
        answer = page.goto(site.address + path)
        status = answer.status if answer else 0
        faults = [] if status == 200 else [f"status {status}"]
        faults += [
            f"{one['id']}: {one['nodes'][0]['html'][:160]}"
            for one in Axe().run(page, options=RULES).response["violations"]
        ]
        broad = page.evaluate("document.documentElement.scrollWidth")
        faults += [f"{broad} px wide"] if broad > width else []
        spoken = page.evaluate("document.documentElement.lang")
        # A preview speaks the language of the page that visitors will read.
        theirs = spoken.startswith(language) or "/preview/" in path
        faults += [] if theirs else [f"speaks {spoken}"]
        if faults:
            wrong[kind] = faults
    assert wrong == {}
    hosts = {urlsplit(url).hostname for url in asked if not url.startswith("data:")}
    assert hosts == {"localhost"}
