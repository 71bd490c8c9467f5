"""The site as in production, in a folder of its own, and a browser to walk through it."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

ROOT = Path(__file__).parents[2]
CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
Open = Callable[..., Page]
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
SETTLE = """document.getAnimations().forEach((one) => {
  if (one.effect.getComputedTiming().iterations !== Infinity) one.finish();
})"""
# Somebody who signed in a moment ago, second factor and all; signing in has its own journey.
SIGNED_IN = """
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from allauth.mfa.models import Authenticator
from jumelage.foundation.accounts.models import User
user = User.objects.get(email={email!r})
User.objects.filter(pk=user.pk).update(language={language!r})
Authenticator.objects.get_or_create(user=user, type="totp", defaults={{"data": {{"secret": "x"}}}})
session = SessionStore()
session[SESSION_KEY] = str(user.pk)
session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
session[HASH_SESSION_KEY] = user.get_session_auth_hash()
session.save()
print("KEY", session.session_key)
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything of this folder is a journey."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.journey)


class Site:
    """A served site: its address, its folder, its commands."""

    def __init__(self, data: Path) -> None:
        self.data = data
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://localhost:{self.port}"
        self.environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("JUMELAGE_")},
            "JUMELAGE_DATA": str(data),
            "JUMELAGE_DEMO": "1",
            "PORT": str(self.port),
            "DJANGO_SETTINGS_MODULE": "config.settings",
        }

    def run(self, *command: str) -> str:
        """The output of `jumelage COMMAND …` on this site."""
        done = subprocess.run(
            [sys.executable, "-m", "config.console", *command],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def serve(self) -> "subprocess.Popen[bytes]":
        """Start the server and wait until it answers."""
        command = ["gunicorn", "config.wsgi", "-k", "gthread", "-w", "2", "--threads", "8"]
        with (self.data / "server.log").open("wb") as log:
            server = subprocess.Popen(
                [sys.executable, "-m", *command, "-b", f"127.0.0.1:{self.port}"],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=log,
            )
        for _ in range(150):
            try:
                urlopen(f"{self.address}/robots.txt", timeout=5).close()
            except OSError:
                time.sleep(0.2)
            else:
                return server
        server.terminate()
        pytest.fail((self.data / "server.log").read_text())


def signed_in(site: Site, open_page: Open, email: str, language: str, **look: int) -> Page:
    """A page whose visitor is the staff member `email`, reading in `language`."""
    told = site.run("shell", "-c", SIGNED_IN.format(email=email, language=language))
    key = re.search(r"KEY (\w+)", told)
    assert key
    page = open_page(locale=f"{language}-BE", **look)
    page.context.add_cookies([{"name": "sessionid", "value": key[1], "url": site.address}])
    return page


def sound(page: Page) -> None:
    """No accessibility rule broken, nothing wider than the window; what fades in is looked at when it is there.

    The page is looked at once it is whole: a click waits only for its first bytes.
    """
    page.wait_for_load_state()
    for told in page.locator(".messages > ul").all():
        expect(told).to_have_css("opacity", "1")
    page.evaluate(SETTLE)
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], page.url
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page.url


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the city's data and one fictional account per role: made once, copied for each file."""
    site = Site(tmp_path_factory.mktemp("loaded"))
    site.run("migrate", "-v0")
    site.run("collectstatic", "--noinput", "-v0")
    site.run("load", "demo/brussels")
    site.run("demo_accounts")
    return site.data


@pytest.fixture(scope="module")
def site(loaded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A fresh site for each file of journeys, served."""
    data = tmp_path_factory.mktemp("site")
    shutil.copytree(loaded, data, dirs_exist_ok=True)
    site = Site(data)
    server = site.serve()
    yield site
    server.terminate()
    server.wait(30)


@pytest.fixture(scope="module")
def address(site: Site) -> str:
    """Where the site answers, without a slash at the end."""
    return site.address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all journeys."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """A page in a context of its own: `open_page("/fr/", width=320, locale="nl-BE")`.

    What the console says (the browser's own words on a wanted 4xx apart) is kept in `page.said`,
    and must be empty at the end.
    """
    contexts: list[BrowserContext] = []
    said: list[str] = []

    def listen(message: Any) -> None:
        if message.type in {"error", "warning"} and "Failed to load resource" not in message.text:
            said.append(message.text)

    def open_one(path: str = "", *, width: int = 1280, locale: str = "fr-BE", **more: Any) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, locale=locale, **more
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", listen)
        page.on("pageerror", lambda error: said.append(str(error)))
        if path:
            page.goto(address + path)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert said == []
