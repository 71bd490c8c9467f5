"""What a page of a list costs when it is made, and how it grows: 3,000 projects and 20,000 documents against 100.

    python bench/lists.py [FOLDER]       the folder of bench/search.py; FOLDER-100 is made beside it

CPU time of the whole page in process, past the page cache; minimum of 15 interleaved rounds. Bounds: 12 queries, 60 ms, and 1.2
times the cost of the same page with 100 rows.
"""

import json
import subprocess
import sys
import time
from typing import Any

from programme import BIG, prepare

BOUND_MS, BOUND_RATIO, BOUND_QUERIES, TIMES = 60, 1.2, 12, 15
PAGES = (
    "/fr/projets/", "/fr/projets/?page=3", "/fr/projets/?theme=health", "/fr/projets/?country=CD&theme=water",
    "/fr/projets/?q=brou", "/fr/projets/?sort=newest",
    "/fr/documents/", "/fr/documents/?page=3", "/fr/organisations/", "/fr/partenariats/", "/fr/conseil/",
)  # fmt: skip


def serve(folder: str, rows: int) -> None:
    """Answer each path on the standard input with the CPU milliseconds of its page and its number of queries."""
    prepare(folder, projects=min(rows, 3_000), documents=rows)
    from django.db import connection
    from django.test import Client

    def count(execute: Any, *arguments: Any) -> Any:
        asked.append(arguments[0])
        return execute(*arguments)

    asked: list[str] = []
    client = Client()
    print("ready", flush=True)
    for line in sys.stdin:
        with connection.execute_wrapper(count):
            asked.clear()
            before = time.process_time()
            status = client.get(line.strip()).status_code
            spent = (time.process_time() - before) * 1_000
        assert status == 200, (line, status)
        print(json.dumps([spent, len(asked)]), flush=True)


class Programme:
    """A process that knows one data folder."""

    def __init__(self, folder: str, rows: int) -> None:
        command = [sys.executable, __file__, folder, str(rows)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout
        assert self.process.stdin
        self.answers, self.asks = self.process.stdout, self.process.stdin
        self.answers.readline()

    def ask(self, path: str) -> tuple[float, int]:
        """CPU milliseconds and number of queries of a page."""
        print(path, file=self.asks, flush=True)
        spent, queries = json.loads(self.answers.readline())
        return spent, queries

    def stop(self) -> None:
        """Let it end."""
        self.asks.close()
        self.process.wait(20)


def main(folder: str = BIG) -> int:
    """Compare the two programmes; 1 when a bound does not hold."""
    few, many = Programme(f"{folder}-100", 100), Programme(folder, 20_000)
    failed = False
    try:
        for path in PAGES:
            few.ask(path), many.ask(path)
            rounds = [(few.ask(path), many.ask(path)) for _ in range(TIMES)]
            small = min(one for (one, _), _ in rounds)
            large, queries = min(other for _, other in rounds)
            held = large <= BOUND_MS and large / small <= BOUND_RATIO and queries <= BOUND_QUERIES
            failed |= not held
            note = "" if held else "   <-- beyond a bound"
            print(
                f"{path:40} {small:6.1f} ms  {large:6.1f} ms  x{large / small:.2f}"
                f"  {queries} queries{note}"
            )
    finally:
        few.stop()
        many.stop()
    return int(failed)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        serve(sys.argv[1], int(sys.argv[2]))
    else:
        sys.exit(main(*sys.argv[1:]))
