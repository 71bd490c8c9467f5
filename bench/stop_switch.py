"""Who still sees a person after the stop switch: 200 parallel requests over two server processes.

    python -m bench.stop_switch SLUG      in the data folder JUMELAGE_DATA, where the demonstration is loaded

The person is given a picture (a plain square). Every address that shows the person is asked first, so that both
processes hold it in memory. Then the person is stopped; from the moment the act returns, 200 requests go out at
once. The bound is 0 that see the person. At the end all is as the data were.
"""

import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from io import BytesIO
from pathlib import Path
from typing import Any

import django
from PIL import Image

from bench.page_cache import Server

PORTS = (8393, 8394)
REQUESTS, THREADS = 200, 50


def ask(port: int, path: str) -> tuple[int, bytes]:
    """Status and body of one request on a connection of its own."""
    line = HTTPConnection("127.0.0.1", port, timeout=60)
    line.request("GET", path, headers={"Host": "localhost", "Accept-Encoding": "identity"})
    answer = line.getresponse()
    body = answer.read()
    line.close()
    return answer.status, body


def sees(answer: tuple[int, bytes], name: str, slug: str) -> bool:
    """Whether the answer still shows the person: by name, by address, or as a sheet or a picture."""
    status, body = answer
    named = name.encode() in body or slug.encode() in body
    return status == 200 and (named or body.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8")))


def addresses(slug: str, name: str) -> list[str]:
    """Page, sheet, picture, list, feed and search in the languages, and the map of the site."""
    from django.conf import settings
    from django.urls import reverse
    from django.utils.translation import override

    word, found = name.rsplit(maxsplit=1)[-1], ["/sitemap-people-at-risk.xml"]
    for code, _ in settings.LANGUAGES:
        with override(code):
            parts = ("", "-sheet", "-image")
            found += [reverse(f"person-at-risk{part}", args=[slug]) for part in parts]
            found += [reverse(room) for room in ("people-at-risk", "people-at-risk-feed")]
            found.append(f"{reverse('search')}?q={word}")
    return found


def square() -> bytes:
    """A picture of nobody."""
    made = BytesIO()
    Image.new("RGB", (1600, 1600), "teal").save(made, "JPEG")
    return made.getvalue()


@contextmanager
def pictured(person: Any, officer: Any) -> Iterator[None]:
    """The person has a picture meanwhile: their own, else the square."""
    from jumelage.programmes.atrisk.models import AdoptedPerson
    from jumelage.programmes.atrisk.services.picture.keep_image import keep_image
    from jumelage.programmes.atrisk.services.picture.remove_image import remove_image

    if person.image:
        yield
        return
    keep_image(person, square(), alt={"fr": "Carré", "nl": "Vierkant"}, credit="–", actor=officer)
    yield
    remove_image(AdoptedPerson.every.get(pk=person.pk), actor=officer)


@contextmanager
def served() -> Iterator[None]:
    """Two processes answer meanwhile."""
    servers = [Server("config.wsgi", port) for port in PORTS]
    try:
        for server in servers:
            server.wait()
        yield
    finally:
        for server in servers:
            server.process.terminate()
            server.process.wait(20)


def answers_after_stop(person: Any, officer: Any, paths: list[str]) -> list[tuple[int, bytes]]:
    """What visitors got from the moment the act returned; then the person is as before."""
    from jumelage.programmes.atrisk.models import AdoptedPerson
    from jumelage.programmes.atrisk.services.stop_person import stop_person

    jobs = [(PORTS[turn % 2], paths[turn // 2 % len(paths)]) for turn in range(REQUESTS)]
    with ThreadPoolExecutor(THREADS) as pool:
        stop = stop_person(person, reason="request", actor=officer)
        answers = list(pool.map(lambda job: ask(*job), jobs))
    stop.delete()
    AdoptedPerson.every.filter(pk=person.pk).update(stopped=False, published=True)
    return answers


def measure(person: Any, officer: Any) -> int:
    """1 when somebody still sees the person, or when not everybody saw them before."""
    paths = addresses(person.slug, person.name)
    shown = 2 * len(PORTS) * len(paths)
    with pictured(person, officer), served():
        asked = [ask(port, path) for path in paths for port in PORTS * 2]
        before = sum(sees(answer, person.name, person.slug) for answer in asked)
        print(f"before: {before} of {len(asked)} answers show the person (expected: {shown})")
        answers = answers_after_stop(person, officer, paths)
    seen = sum(sees(answer, person.name, person.slug) for answer in answers)
    told = sorted({status for status, _ in answers})
    print(f"after: {seen} of {REQUESTS} requests still see the person; statuses {told}")
    return int(seen > 0 or before != shown)


def main(slug: str) -> int:
    django.setup()
    from jumelage.foundation.accounts.models import User
    from jumelage.programmes.atrisk.models import AdoptedPerson, Publication

    person = AdoptedPerson.objects.get(slug=slug)
    officer = User.objects.filter(roles__code="at-risk-officer").first()
    if officer is None:
        print("Nobody holds the role at-risk-officer: run `jumelage demo_accounts` first.")
        return 2
    broken = measure(person, officer)
    print(f"publication: {Publication.objects.get(person=person).basis}")
    return broken


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    assert Path("config").is_dir(), "run it from the repository"
    sys.exit(main(*sys.argv[1:2] or ["vahid-afkari"]))
