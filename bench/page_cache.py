"""What a page from the cache costs, against a bare Django view on the same server.

    python bench/page_cache.py [PATH…]      (default /fr/), over the programme of demo/brussels

CPU time of the one worker (gunicorn, gthread) over keep-alive requests of one client; the minimum of five
interleaved rounds. The bound is 1.5.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROUNDS, REQUESTS, BOUND = 5, 2_000, 1.5
TICKS = os.sysconf("SC_CLK_TCK")


class Server:
    """A gunicorn with one worker of threads, on a loopback port."""

    def __init__(self, application: str, port: int) -> None:
        self.port = port
        command = [sys.executable, "-m", "gunicorn", application, "-k", "gthread", "-w", "1"]
        options = ["--threads", "16", "--bind", f"127.0.0.1:{port}", "--log-level", "error"]
        keep = ["--keep-alive", "60", "--no-control-socket"]
        environment = {**os.environ, "PORT": str(port)}
        self.process = subprocess.Popen([*command, *options, *keep], cwd=ROOT, env=environment)

    def worker(self) -> int:
        """Number of the process that answers."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return int(children.read_text().split()[0])

    def cpu_seconds(self) -> float:
        """User and system time that the worker has used."""
        fields = Path(f"/proc/{self.worker()}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def wait(self) -> None:
        """Until it answers."""
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                break
            except OSError:
                time.sleep(0.1)


def ask(port: int, path: str, times: int) -> bytes:
    """The last answer of `times` requests on one connection."""
    request = (
        f"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nAccept-Encoding: gzip, deflate, br\r\n"
        "Accept: text/html\r\nAccept-Language: fr-BE,fr;q=0.9\r\nUser-Agent: bench\r\n\r\n"
    ).encode()
    answer = b""
    with socket.create_connection(("127.0.0.1", port), 30) as line:
        for _ in range(times):
            line.sendall(request)
            answer = line.recv(65_536)
            while not complete(answer):
                answer += line.recv(65_536)
    return answer


def complete(answer: bytes) -> bool:
    """Whether an answer has come to its end, by its length or by its last chunk."""
    head, end, body = answer.partition(b"\r\n\r\n")
    length = head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0]
    if length:
        return bool(end) and len(body) >= int(length)
    return body.endswith(b"0\r\n\r\n")


def cost(server: Server, path: str) -> float:
    """CPU microseconds per request."""
    before = server.cpu_seconds()
    ask(server.port, path, REQUESTS)
    return (server.cpu_seconds() - before) / REQUESTS * 1e6


def main(paths: list[str], folder: str) -> int:
    os.environ["JUMELAGE_DATA"] = folder
    for command in ("migrate -v0", "load demo/brussels", "collectstatic --noinput -v0"):
        jumelage = [sys.executable, "-m", "config.console", *command.split()]
        subprocess.run(jumelage, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    bare, site = Server("bench.bare", 8391), Server("config.wsgi", 8392)
    try:
        bare.wait()
        site.wait()
        worst = 0.0
        for path in paths:
            print(ask(site.port, path, 3).partition(b"\r\n\r\n")[0].decode(), "\n")
            ask(bare.port, "/fr/", 200)
            rounds = [(cost(bare, "/fr/"), cost(site, path)) for _ in range(ROUNDS)]
            least, cached = (min(column) for column in zip(*rounds, strict=True))
            worst = max(worst, cached / least)
            print(
                f"{path}: bare {least:.0f} µs, cached {cached:.0f} µs, ratio {cached / least:.2f}"
            )
        return int(worst > BOUND)
    finally:
        for server in (bare, site):
            server.process.terminate()
            server.process.wait(20)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        sys.exit(main(sys.argv[1:] or ["/fr/"], temporary))
