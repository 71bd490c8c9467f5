"""What machines ask for: health, robots, the map of the site; and the headers that every answer carries."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.db import DatabaseError
from django.test import Client

from jumelage.city.organisations.models import Organisation
from jumelage.city.portfolio.models import Project
from jumelage.foundation.audit.models import Head
from jumelage.foundation.audit.services.keep_record import keep_record
from jumelage.public.site.queries import health as queries
from jumelage.public.site.services.keep_page import keep_page
from jumelage.public.site.sitemaps import SECTIONS

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parents[3]
SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
HEADERS = {
    "Content-Security-Policy": "default-src 'none'",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def project(**values: Any) -> None:
    fixed = {"title": {"fr": "Eau"}, "summary": {"fr": "…"}, "country": "CD"}
    keep_record(Project, {"slug": "eau"}, {**fixed, **values}, act="portfolio.keep-project")


def test_healthy(client: Client) -> None:
    project()
    response = client.get("/health/")
    assert response.status_code == 200
    assert response.json() == {"database": True, "migrations": True, "journal": True}
    assert "no-store" in response["Cache-Control"]


def test_a_journal_that_lost_its_end_is_ill(client: Client) -> None:
    project()
    Head.objects.update(number=5)
    response = client.get("/health/")
    assert (response.status_code, response.json()["journal"]) == (503, False)


def test_a_missing_database_is_ill(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(_: Any) -> None:
        raise DatabaseError("host=secret")

    monkeypatch.setattr(queries, "MigrationExecutor", lost)
    response = client.get("/health/")
    assert response.status_code == 503
    assert not any(response.json().values())
    assert b"secret" not in response.content


def test_robots(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    assert b"Sitemap: http://localhost:8000/sitemap.xml" in response.content


def locations(client: Client, name: str) -> dict[str, dict[str, str]]:
    tree = ET.fromstring(client.get(f"/sitemap-{name}.xml").content)
    return {
        spot.findtext("s:loc", "", SPACE): {
            link.get("hreflang", ""): link.get("href", "") for link in spot.findall("x:link", SPACE)
        }
        for spot in tree.findall("s:url", SPACE)
    }


def test_the_map_leads_to_its_sections(client: Client) -> None:
    tree = ET.fromstring(client.get("/sitemap.xml").content)
    found = [place.text or "" for place in tree.findall("s:sitemap/s:loc", SPACE)]
    assert len(found) == len(SECTIONS)
    for address in found:
        response = client.get(address.removeprefix("http://localhost:8000"))
        assert (response.status_code, response["Content-Type"]) == (200, "application/xml")
    assert client.get("/sitemap-nothing.xml").status_code == 404


def test_the_map_lists_what_is_published_in_every_language_with_its_change(client: Client) -> None:
    project()
    spots = locations(client, "projects")
    assert set(spots) == {
        "http://localhost:8000/fr/projets/eau/",
        "http://localhost:8000/nl/projecten/eau/",
        "http://localhost:8000/en/projects/eau/",
    }
    assert all(set(links) == {"fr", "nl", "en"} for links in spots.values())
    assert b"<lastmod>" in client.get("/sitemap-projects.xml").content
    project(published=False)
    assert locations(client, "projects") == {}


def test_a_double_is_not_listed(client: Client) -> None:
    values = {"name": {"fr": "A"}, "kind": "ngo", "country": "BE"}
    kept = keep_record(Organisation, {"slug": "a"}, values, act="organisations.keep")
    keep_record(
        Organisation, {"slug": "b"}, {**values, "merged_into": kept}, act="organisations.keep"
    )
    assert {place.rsplit("/", 2)[1] for place in locations(client, "organisations")} == {"a"}


def test_an_editorial_page_is_listed_in_its_languages(client: Client) -> None:
    text = {"slug": "vie-privee", "title": "Vie privée", "intro": "", "body": []}
    keep_page("privacy", {"fr": text, "nl": {**text, "slug": "privacy"}})
    spots = locations(client, "pages")
    assert spots["http://localhost:8000/nl/privacy/"] == {
        "fr": "http://localhost:8000/fr/vie-privee/",
        "nl": "http://localhost:8000/nl/privacy/",
    }


@pytest.mark.parametrize(
    "path",
    ["/", "/fr/recherche/", "/fr/rien/", "/health/", "/robots.txt", "/sitemap.xml", "/theme/?to=dark",
     "/static/css/site.css", "/static/img/mark.svg", "/fr/compte/connexion/"],
)  # fmt: skip
def test_every_answer_carries_the_headers(client: Client, path: str) -> None:
    response = client.get(path)
    for name, part in HEADERS.items():
        assert part in response[name], (path, name)
    assert "unsafe" not in response["Content-Security-Policy"]
    assert response["X-Request-ID"]


PRODUCTION = {
    "JUMELAGE_ADDRESS": "https://solidarite.example",
    "JUMELAGE_SECRET": "k3y-" + "Zx9-qW4_pL7" * 6,
    "JUMELAGE_AUDIT_KEY": "another-" + "Zx9-qW4_pL7" * 6,
    "JUMELAGE_PROXIES": "1",
    "DJANGO_SETTINGS_MODULE": "config.settings",
}


def production(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **PRODUCTION, "JUMELAGE_DATA": str(tmp_path)}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


def test_the_deployment_check_has_nothing_to_say(tmp_path: Path) -> None:
    check = ("-m", "django", "check", "--deploy", "--fail-level", "WARNING")
    done = production(tmp_path, *check)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


def test_the_log_keeps_no_person(tmp_path: Path) -> None:
    program = (
        "import django, logging; django.setup()\n"
        "from jumelage.foundation.kernel.request_number import REQUEST_NUMBER as n; n.set('abc')\n"
        "log = logging.getLogger('django.request')\n"
        "try: raise ValueError('anna@example.org')\n"
        "except ValueError: log.exception('Failed %s from %s', '/fr/recherche/?q=asile&x=1', '192.0.2.7 2001:db8::7')\n"
        "log.warning('mail to anna.b@example.org', extra={'status_code': 404})\n"
    )
    lines = [json.loads(line) for line in production(tmp_path, "-c", program).stderr.splitlines()]
    assert [line["message"] for line in lines] == [
        "Failed /fr/recherche/?… from [address] [address]",
        "mail to [mail]",
    ]
    assert lines[0]["failure"] == "ValueError"
    assert (lines[0]["request"], lines[1]["status"]) == ("abc", 404)
    assert all(word not in str(lines) for word in ("anna", "asile", "192.0.2", "2001"))
