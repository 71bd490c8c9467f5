"""From a fresh clone to a served page, and a second start: seconds of the clock, downloads included."""

import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[1]
PORT = "8090"
PATIENCE_SECONDS = 300


def seconds_to_a_page(clone: Path) -> float:
    """Start `make demo` in the clone, wait for the home page, stop it."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("JUMELAGE_")}
    start = time.monotonic()
    server = subprocess.Popen(
        ["make", "demo"],
        cwd=clone,
        env={**environment, "PORT": PORT},
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        while time.monotonic() - start < PATIENCE_SECONDS and server.poll() is None:
            try:
                with urllib.request.urlopen(f"http://localhost:{PORT}/fr/", timeout=5) as answer:
                    answer.read()
                    return time.monotonic() - start
            except OSError:
                time.sleep(0.1)
        raise SystemExit("make demo did not serve a page")
    finally:
        with suppress(ProcessLookupError):
            os.killpg(server.pid, 15)
        server.wait(30)


def main() -> int:
    """Print both times; 1 when a bound is broken."""
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "clone"
        subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
        first, second = seconds_to_a_page(clone), seconds_to_a_page(clone)
    print(
        f"fresh clone to a page: {first:.1f} s (bound 90 s besides downloads); second start: {second:.1f} s (bound 10 s)"
    )
    return 1 if first > 90 or second > 10 else 0


if __name__ == "__main__":
    sys.exit(main())
