"""The evening of the deadline: applicants who write and send files, deposits in the last two minutes, visitors meanwhile.

    python -m bench.deadline_evening [--postgres] [--applicants 500] [--seconds 200] [--deposits 200] [--folder FOLDER]

The server and the worker of the queue run as in production, on the same two cores as the load. One autosave each per 20 s;
those who deposit first send 3 files of 2 MB each in pieces of 1 MB; a tenth press the button twice at once; 12 uploads trickle
at 5 kB/s all the time. It stops by itself. With --folder the site made there is kept for the next time.
"""

import argparse
import asyncio
import json
import os
import sys
import time
from itertools import count
from pathlib import Path
from typing import Any

from bench.crowd.applying import Applicant
from bench.crowd.asking import Asker, Figures
from bench.crowd.serving import ROOT, Site
from bench.crowd.stage import kept_or_lent, prepared, step

PORT = 8391
EVERY, LAST_MINUTES, SPARE = 20, 120, 10
SLOW, SLOW_PACE, VISITS_A_SECOND = 12, 5_000, 6
# Seconds for 95 of 100.
BOUNDS = {"autosave": 1.0, "deposit": 3.0, "visit": 0.2}


class Evening:
    """The people of one evening of `seconds`, and what they saw."""

    def __init__(self, people: list[dict[str, str]], paths: list[str], given: Any) -> None:
        self.figures = Figures()
        self.people = [Applicant(PORT, self.figures, person) for person in people]
        self.paths, self.seconds, self.deposits = paths, given.seconds, given.deposits
        self.start = 0.0

    async def spend(self) -> None:
        """Until the hour; everybody who wants to deposit gets the time to end."""
        self.start = time.monotonic()
        writing = [self._writes(n, one) for n, one in enumerate(self.people)]
        slow = [one.trickle(SLOW_PACE) for one in self.people[-SLOW:]]
        around = [asyncio.create_task(one) for one in [*writing, *slow, self._visits()]]
        await asyncio.gather(*map(self._deposits, range(self.deposits)))
        await self._until(self.seconds)
        for one in around:
            one.cancel()
        ended = await asyncio.gather(*around, return_exceptions=True)
        for one in ended:
            if isinstance(one, Exception):
                raise one

    async def _until(self, second: float) -> None:
        await asyncio.sleep(max(0.0, self.start + second - time.monotonic()))

    async def _writes(self, number: int, one: Applicant) -> None:
        """Type until the deposit."""
        first = EVERY * number / len(self.people)
        for turn in count():
            await self._until(first + turn * EVERY)
            if not one.depositing:
                await one.write()

    async def _deposits(self, number: int) -> None:
        one, share = self.people[number], number / self.deposits
        window = max(0, self.seconds - LAST_MINUTES)
        # Files go out over the whole evening, those of the first depositors first, a minute at least before the button.
        await self._until(5 + share * max(window, self.seconds - 60 - SPARE) * 0.9)
        await one.send_files()
        last = min(LAST_MINUTES, self.seconds * 2 // 3)
        await self._until(self.seconds - last + share * (last - SPARE))
        one.depositing = True
        key = await one.key()
        presses = [one.deposit(key)]
        if number % 10 == 0:
            presses.append(one.deposit(key, "pressed twice"))
        await asyncio.gather(*presses)

    async def _visits(self) -> None:
        """Visitors, who all come anew."""
        running: set[asyncio.Task[Any]] = set()
        for turn in count():
            await self._until(5 + turn / VISITS_A_SECOND)
            path = self.paths[turn % len(self.paths)]
            task = asyncio.create_task(Asker(PORT, self.figures).ask("visit", "GET", path))
            running.add(task)
            task.add_done_callback(running.discard)


def spend(folder: Path, given: Any) -> int:
    """1 when a bound is broken."""
    people, paths = prepared(folder, given.applicants, PORT)
    step("close", folder, given.seconds + 15)
    served = Site(str(folder), PORT)
    try:
        evening = Evening(people, paths, given)
        own = time.process_time()
        asyncio.run(evening.spend())
        server, queue = served.cpu_seconds()
        own = time.process_time() - own
        given_receipts = {one.person["application"]: one.receipts for one in evening.people}
        told = {key: found for key, found in given_receipts.items() if found}
        (folder / "receipts.json").write_text(json.dumps(told))
        wrong = step("judge", folder, given.wait) & 1
    finally:
        served.stop()
    load = " ".join(f"{one:.1f}" for one in os.getloadavg())
    print(
        f"{given.applicants} applicants, {given.seconds} s, {'PostgreSQL' if os.environ.get('JUMELAGE_DATABASE') else 'SQLite'};"
        f" CPU: server {server:.0f} s, queue {queue:.0f} s, load generator {own:.0f} s; load average {load}"
    )
    return verdict(evening.figures, len(told), given.deposits) | wrong


def verdict(figures: Figures, receipts: int, deposits: int) -> int:
    """Print the figures; 1 when a bound is broken."""
    figures.print()
    for (kind, status), times in sorted(figures.errors.items()):
        print(f"  ERROR {kind}: {times} × {status or 'no answer'}")
    print(f"  receipts: {receipts} of {deposits}")
    slow = [kind for kind, bound in BOUNDS.items() if figures.share(kind, 95) > bound]
    for kind in slow:
        print(f"  BROKEN {kind}: p95 above {BOUNDS[kind]} s")
    return int(bool(slow or figures.errors or receipts != deposits))


def main() -> int:
    reader = argparse.ArgumentParser()
    reader.add_argument("--postgres", action="store_true")
    reader.add_argument("--applicants", type=int, default=500)
    reader.add_argument("--seconds", type=int, default=200)
    reader.add_argument("--deposits", type=int, default=0, help="two applicants of five by default")
    reader.add_argument("--wait", type=int, default=20, help="seconds for receipts to go out")
    reader.add_argument("--folder", default="")
    given = reader.parse_args()
    given.deposits = given.deposits or given.applicants * 2 // 5
    if given.postgres and given.folder:
        reader.error("the cluster goes away at the end: --folder serves SQLite alone")
    if given.postgres:
        words = [word for word in sys.argv[1:] if word != "--postgres"]
        command = ["tools/with_postgres.sh", sys.executable, "-m", "bench.deadline_evening", *words]
        os.execv("tools/with_postgres.sh", command)
    with kept_or_lent(given.folder) as folder:
        return spend(folder, given)


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main())
