"""The server and the worker of the queue, started as in production, and the processor's time that they use."""

import os
import signal
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path

ROOT = Path(__file__).parents[2]
TICKS = os.sysconf("SC_CLK_TCK")


def environment(folder: str, port: int, **more: str) -> dict[str, str]:
    """The variables of a site with its data in `folder`."""
    return {
        **os.environ,
        "JUMELAGE_DATA": folder,
        "PORT": str(port),
        "DJANGO_SETTINGS_MODULE": "config.settings",
        **more,
    }


def site(folder: str, port: int, *command: str, **more: str) -> None:
    """Run a command of the site to its end."""
    words = [sys.executable, "-m", "config.console", *command]
    subprocess.run(
        words,
        cwd=ROOT,
        check=True,
        env=environment(folder, port, **more),
        stdout=subprocess.DEVNULL,
    )


class Site:
    """The two services of `deploy/systemd`: the server with its workers, and the queue's worker."""

    def __init__(self, folder: str, port: int) -> None:
        self.folder, self.port = folder, port
        # Whoever ends a bench ends its services too.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(3))
        self.start_server()
        self.start_queue()
        self._settle()

    def start_server(self) -> None:
        """As the web service does, and wait until it answers."""
        command = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "config.wsgi"]
        self.server = self._started(command)
        for _ in range(600):
            if self._answers():
                return
            time.sleep(0.1)
        raise RuntimeError("the server does not answer")

    def start_queue(self) -> None:
        """As the worker's service does."""
        self.queue = self._started([sys.executable, "-m", "config.console", "db_worker"])

    def _settle(self) -> None:
        """Wait until both have started: a whole second in which neither used the processor."""
        before = (-1.0, -1.0)
        while (now := self.cpu_seconds()) != before:
            before = now
            time.sleep(1)

    def workers(self) -> list[int]:
        """The numbers of the server's worker processes."""
        return _children(self.server.pid)

    def cpu_seconds(self) -> tuple[float, float]:
        """User and system time so far of the server (workers that ended included) and of the queue's worker."""
        own = [self.server.pid, *self.workers()]
        return sum(_cpu(one) for one in own) + _ended(self.server.pid), _cpu(self.queue.pid)

    def stop(self) -> None:
        """Both, gently; then firmly."""
        for process in (self.server, self.queue):
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for process in (self.server, self.queue):
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _started(self, command: list[str]) -> subprocess.Popen[bytes]:
        log = (Path(self.folder) / "bench.log").open("ab")
        variables = environment(self.folder, self.port)
        return subprocess.Popen(command, cwd=ROOT, env=variables, stdout=log, stderr=log)

    def _answers(self) -> bool:
        line = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            line.request("GET", "/health/", headers={"Host": "localhost"})
            return line.getresponse().status == 200
        except OSError:
            return False
        finally:
            line.close()


def _children(number: int) -> list[int]:
    try:
        text = Path(f"/proc/{number}/task/{number}/children").read_text()
    except OSError:
        return []
    return [int(one) for one in text.split()]


def _fields(number: int) -> list[str]:
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ["0"] * 20


def _cpu(number: int) -> float:
    found = _fields(number)
    return (int(found[11]) + int(found[12])) / TICKS


def _ended(number: int) -> float:
    """What children that ended had used."""
    found = _fields(number)
    return (int(found[13]) + int(found[14])) / TICKS
