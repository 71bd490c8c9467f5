"""Desk lists: 20 rows a page cost at most 15 queries, and with 10,000 records at most 1.2 times the CPU of 100."""

import os
import tempfile
from statistics import median
from time import process_time
from typing import Any

import django

FEW, MANY, ROUNDS = 100, 10_000, 60
PATHS = ("/desk/registers/organisation/", "/desk/registers/organisation/?kind=ngo&page=3")


def prepare() -> None:
    """An empty site in a folder of its own."""
    os.environ["JUMELAGE_DATA"] = tempfile.mkdtemp(prefix="jumelage-bench-")
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    from django.core.management import call_command
    from django.test.utils import setup_test_environment

    setup_test_environment()
    call_command("migrate", verbosity=0)


def fill(first: int, last: int) -> None:
    """Organisations from number `first` to the one before `last`."""
    from jumelage.city.organisations.models import Organisation

    Organisation.objects.bulk_create(
        Organisation(
            slug=f"org-{n:05d}",
            name={"fr": f"Association {n}", "nl": f"Vereniging {n}"},
            kind="ngo",
            country="BE",
        )
        for n in range(first, last)
    )


def queries_of(client: Any, path: str) -> int:
    """How many questions one page asks."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return len(queries)


def cost(client: Any, path: str) -> float:
    """CPU milliseconds of one page, the median of many."""
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        assert client.get(path).status_code == 200
        times.append((process_time() - start) * 1000)
    return median(times)


def main() -> int:
    prepare()
    from tests.factories.staff import at_desk

    client = at_desk("registers.read", "registers.export", "organisations.keep")
    fill(0, FEW)
    before = {path: (client.get(path), cost(client, path))[1] for path in PATHS}
    fill(FEW, MANY)
    failed = False
    for path in PATHS:
        asked, now = queries_of(client, path), cost(client, path)
        bad = asked > 15 or now > 1.2 * before[path]
        failed |= bad
        print(
            f"{path}: {asked} queries (≤ 15); {before[path]:.1f} ms with {FEW}, {now:.1f} ms with {MANY:,}"
            f" (≤ 1.2 ×: {now / before[path]:.2f}){' FAILED' if bad else ''}"
        )
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main())
