"""How much typed text a killed browser takes along: kill -9 while somebody types without a pause, then read the server.

    python -m bench.killed_browser [--times 5] [--seconds 8] [--folder FOLDER]

Words are numbered and their times kept; what the server does not have was typed within the last seconds before the kill.
The bound is 5 s. What the device itself keeps is not counted: the device may be lost too.
"""

import argparse
import os
import signal
import sys
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.crowd.serving import ROOT, Site
from bench.crowd.stage import kept_or_lent, prepared

PORT = 8395
MOST_SECONDS = 5.0
FIELD = "#f-objectives"


def step_of(browser: Browser, person: dict[str, str]) -> Page:
    """The step of the form with the long texts, as the person sees it."""
    address = f"http://localhost:{PORT}"
    context = browser.new_context()
    context.add_cookies([{"name": "sessionid", "value": person["session"], "url": address}])
    page = context.new_page()
    page.goto(address + person["section"])
    return page


def type_until(page: Page, seconds: float) -> list[float]:
    """Type `0 1 2 …` into the emptied field; when each number stood there."""
    page.fill(FIELD, "")
    typed: list[float] = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        page.locator(FIELD).press_sequentially(f"{len(typed)} ", delay=20)
        typed.append(time.monotonic())
    return typed


def lost_seconds(person: dict[str, str], seconds: float) -> float:
    """Seconds of typing that are gone, from the first lost word to the kill."""
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu"]
        launch = playwright.chromium.launch
        doomed = launch(executable_path="/usr/bin/chromium", args=flags)
        told = doomed.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
        processes = [one["id"] for one in told["processInfo"]]
        typed = type_until(step_of(doomed, person), seconds)
        killed = time.monotonic()
        for number in processes:
            try:
                os.kill(number, signal.SIGKILL)
            except ProcessLookupError:
                continue
        time.sleep(1)
        after = launch(executable_path="/usr/bin/chromium", args=flags)
        kept = (
            step_of(after, person).input_value(FIELD).rpartition(" ")[0].split()
        )  # a cut word is lost
        after.close()
    assert kept == [str(number) for number in range(len(kept))], kept
    return killed - typed[len(kept)] if len(kept) < len(typed) else 0.0


def spend(folder: Path, given: argparse.Namespace) -> int:
    """1 when more is lost than the bound allows."""
    people, _ = prepared(folder, 1, PORT)
    served = Site(str(folder), PORT)
    try:
        lost = [lost_seconds(people[0], given.seconds) for _ in range(given.times)]
    finally:
        served.stop()
    print(f"lost: {', '.join(f'{one:.1f} s' for one in lost)}; bound {MOST_SECONDS} s")
    return int(max(lost) > MOST_SECONDS)


def main() -> int:
    """Read the arguments; without a folder the site goes away with the bench."""
    reader = argparse.ArgumentParser()
    reader.add_argument("--times", type=int, default=5)
    reader.add_argument("--seconds", type=float, default=8)
    reader.add_argument("--folder", default="")
    given = reader.parse_args()
    with kept_or_lent(given.folder) as folder:
        return spend(folder, given)


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main())
