"""The operator backs up the running site while people write, and restores it elsewhere."""

import re
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.journeys.conftest import ROOT, Site

# Each act keeps two documents with their files, so that half an act would show.
WRITER = """
from pathlib import Path
from django.db import transaction
from jumelage.city.evidence.services.keep_document import keep_document
stop = Path("{stop}")
number = 0
while not stop.exists():
    number += 1
    with transaction.atomic():
        for twin in ("a", "b"):
            values = {{"title": {{"fr": twin}}, "published": False}}
            keep_document(f"{{twin}}-{{number}}", values, file=f"{{twin}} {{number}}".encode())
    Path("{started}").touch()
print(number)
"""
READER = """
from pathlib import Path
from django.conf import settings
from jumelage.city.evidence.models import Document
kept = Document.objects.filter(slug__regex="^[ab]-[0-9]+$")
files = [Path(settings.MEDIA_ROOT) / one.file.name for one in kept]
print(len([one for one in kept if one.slug[0] == "a"]), len(kept), sum(file.is_file() for file in files))
"""


def pages(site: Site) -> dict[str, str]:
    """The public pages by path, without what tells one site, or one visit, from the other."""
    home = urlopen(f"{site.address}/fr/", timeout=30).read().decode()
    paths = sorted({"/fr/", *re.findall(r'href="(/(?:fr|nl)/[^"?#]*)"', home)})
    token = re.compile(r'(?<=name="csrfmiddlewaretoken" value=")[^"]*')
    return {
        path: token.sub("", urlopen(site.address + path, timeout=60).read().decode()).replace(
            site.address, ""
        )
        for path in paths
    }


@pytest.fixture
def elsewhere(site: Site, tmp_path: Path) -> Site:
    """Another machine, that has the first one's keys and nothing else."""
    other = Site(tmp_path)
    other.environment["JUMELAGE_AUDIT_KEY"] = (site.data / "audit.key").read_text()
    return other


def test_backup_of_a_running_site_comes_back_elsewhere(
    site: Site, elsewhere: Site, tmp_path: Path
) -> None:
    stop, started, backup = tmp_path / "stop", tmp_path / "started", tmp_path / "site.backup"
    code = WRITER.format(stop=stop, started=started)
    writer = subprocess.Popen(
        [sys.executable, "-m", "config.console", "shell", "-v0", "-c", code],
        cwd=ROOT, env=site.environment, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        while not started.exists():
            assert writer.poll() is None
        site.run("backup", str(backup))
    finally:
        stop.touch()
        written = int(writer.communicate(timeout=60)[0])
    elsewhere.run("restore", str(backup))
    acts, documents, files = map(int, elsewhere.run("shell", "-v0", "-c", READER).split())
    assert 1 <= acts < written
    assert documents == files == 2 * acts
    elsewhere.run("collectstatic", "--noinput", "-v0")
    server = elsewhere.serve()
    try:
        here, there = pages(site), pages(elsewhere)
    finally:
        server.terminate()
        server.wait(30)
    assert len(here) > 10
    assert there == here
