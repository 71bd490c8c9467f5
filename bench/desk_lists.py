"""Desk lists: 20 rows a page cost at most 15 queries, and with 10,000 records at most 1.2 times the CPU of 100."""

import os
import tempfile
from statistics import median
from time import process_time

os.environ["JUMELAGE_DATA"] = tempfile.mkdtemp(prefix="jumelage-bench-")
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"

import django

django.setup()

# Only now: settings first.
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext, setup_test_environment

from jumelage.city.organisations.models import Organisation

FEW, MANY, ROUNDS = 100, 10_000, 60
PATHS = ("/desk/registers/organisation/", "/desk/registers/organisation/?kind=ngo&page=3")


def fill(first, last):
    Organisation.objects.bulk_create(
        Organisation(
            slug=f"org-{n:05d}",
            name={"fr": f"Association {n}", "nl": f"Vereniging {n}"},
            kind="ngo",
            country="BE",
        )
        for n in range(first, last)
    )


def cost(client, path):
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        assert client.get(path).status_code == 200
        times.append((process_time() - start) * 1000)
    return median(times)


def main():
    setup_test_environment()
    call_command("migrate", verbosity=0)
    from tests.factories.staff import at_desk

    client = at_desk("registers.read", "registers.export", "organisations.keep")
    fill(0, FEW)
    before = {path: (client.get(path), cost(client, path))[1] for path in PATHS}
    fill(FEW, MANY)
    failed = False
    for path in PATHS:
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        asked = len(queries)
        now = cost(client, path)
        bad = asked > 15 or now > 1.2 * before[path]
        failed |= bad
        print(
            f"{path}: {asked} queries (≤ 15); {before[path]:.1f} ms with {FEW}, {now:.1f} ms with {MANY:,} (≤ 1.2 ×: {now / before[path]:.2f}){' FAILED' if bad else ''}"
        )
    raise SystemExit(failed)


if __name__ == "__main__":
    main()
