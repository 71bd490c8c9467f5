"""Is every receipt found again after kill -9 of the server and of the queue's worker, 20 times during deposits.

    python -m bench.kill_deposits [--kills 20] [--seed 2026] [--folder FOLDER]

Before each kill three applicants send a file; then they press the button at once, two of them twice. Up to 120 ms after the
first press, a worker of the server, the whole server or the worker of the queue is killed, and started again as systemd would.
Whoever got no receipt goes on pressing the same button, with the same key, as the page they still have before them. It stops by
itself.
"""

import argparse
import asyncio
import json
import os
import random
import signal
import sys
from pathlib import Path
from typing import Any

from bench.crowd import serving
from bench.crowd.applying import Applicant
from bench.crowd.asking import Figures
from bench.crowd.stage import kept_or_lent, prepared, step

PORT = 8392
AT_ONCE, LATEST_SECONDS, TRIES, PAUSE = 3, 0.12, 240, 0.5
WAIT_FOR_MAILS = 40


class Trial:
    """One site, its applicants, and what was killed."""

    def __init__(self, served: serving.Site, people: list[dict[str, str]], seed: int) -> None:
        self.served, self.chance = served, random.Random(seed)
        self.figures = Figures()
        self.people = [Applicant(PORT, self.figures, person) for person in people]
        self.killed: list[str] = []

    async def run(self, kills: int) -> None:
        """Kill so many times."""
        for turn in range(kills):
            three = self.people[turn * AT_ONCE : (turn + 1) * AT_ONCE]
            await asyncio.gather(*(one.send_files(1) for one in three))
            keys = await asyncio.gather(*(one.key() for one in three))
            presses = [self._press(one, key) for one, key in zip(three, keys, strict=True)]
            presses += [self._press(one, key) for one, key in zip(three[1:], keys[1:], strict=True)]
            pressing = [asyncio.create_task(press) for press in presses]
            await asyncio.sleep(self.chance.uniform(0, LATEST_SECONDS))
            pressed = sum(not one.done() for one in pressing)
            what = self._kill(turn)
            await asyncio.to_thread(self._again, what)
            await asyncio.gather(*pressing)
            self.killed.append(f"{what} ({pressed} presses under way)")

    async def _press(self, one: Applicant, key: str) -> None:
        for _ in range(TRIES):
            if (await one.deposit(key)).good:
                return
            await asyncio.sleep(PAUSE)

    def _kill(self, turn: int) -> str:
        """A worker, the whole server or the queue's worker, by turns; which worker is left to chance."""
        what = ("worker", "server", "worker", "queue")[turn % 4]
        server, workers = self.served.server, self.served.workers()
        if what == "queue":
            self.served.queue.kill()
        elif what == "worker":
            os.kill(self.chance.choice(workers), signal.SIGKILL)
        else:
            for number in (server.pid, *workers):
                os.kill(number, signal.SIGKILL)
        return what

    def _again(self, what: str) -> None:
        """What systemd does: a dead service is started again; a worker is started again by its own master."""
        if what == "queue":
            self.served.queue.wait()
            self.served.start_queue()
        elif what == "server":
            self.served.server.wait()
            self.served.start_server()


def spend(folder: Path, given: Any) -> int:
    """1 when a receipt is not found again, or something is half done."""
    people, _ = prepared(folder, given.kills * AT_ONCE, PORT)
    step("close", folder, 3600)
    served = serving.Site(str(folder), PORT)
    try:
        trial = Trial(served, people, given.seed)
        asyncio.run(trial.run(given.kills))
        told = {one.person["application"]: one.receipts for one in trial.people}
        (folder / "receipts.json").write_text(json.dumps(told))
        wrong = step("judge", folder, WAIT_FOR_MAILS)
    finally:
        served.stop()
    without = sum(not found for found in told.values())
    print(f"{given.kills} kills: {', '.join(trial.killed)}")
    answers = sum(map(len, told.values()))
    broken = sum(trial.figures.errors.values())
    print(
        f"{len(told)} applicants, {answers} receipts shown, {broken} answers lost; without: {without}"
    )
    return int(bool(wrong or without))


def main() -> int:
    reader = argparse.ArgumentParser()
    reader.add_argument("--kills", type=int, default=20)
    reader.add_argument("--seed", type=int, default=2026)
    reader.add_argument("--folder", default="")
    given = reader.parse_args()
    with kept_or_lent(given.folder) as folder:
        return spend(folder, given)


if __name__ == "__main__":
    os.chdir(serving.ROOT)
    sys.exit(main())
