"""Asking a server as browsers do, cheaply: plain sockets in one loop, and what each answer took."""

import asyncio
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from html.parser import HTMLParser
from time import monotonic

GOOD = range(200, 400)


@dataclass(frozen=True)
class Answer:
    """What came back; status 0: nothing, the line broke."""

    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float

    @property
    def good(self) -> bool:
        """Whether it is what was asked for, or leads there."""
        return self.status in GOOD


@dataclass
class Figures:
    """Seconds by kind of request, and what went wrong: kind, status and how often."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: Counter[tuple[str, int]] = field(default_factory=Counter)

    def note(self, kind: str, answer: Answer) -> Answer:
        """Count an answer."""
        self.seconds[kind].append(answer.seconds)
        if not answer.good:
            self.errors[kind, answer.status] += 1
        return answer

    def share(self, kind: str, percent: int) -> float:
        """The seconds that `percent` of the requests of this kind stayed within."""
        ordered = sorted(self.seconds[kind]) or [0.0]
        return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]

    def print(self) -> None:
        """One line a kind."""
        for kind, times in sorted(self.seconds.items()):
            half, most = self.share(kind, 50) * 1000, self.share(kind, 95) * 1000
            worst = max(times) * 1000
            print(
                f"  {kind:<14} {len(times):>6} × p50 {half:>6.0f} ms  p95 {most:>6.0f} ms  worst {worst:>6.0f} ms"
            )


class Asker:
    """Somebody with a browser: a port, a session, and a secret against forgery."""

    SECRET = "b" * 32

    def __init__(self, port: int, figures: Figures, session: str = "") -> None:
        self.port, self.figures = port, figures
        self.cookie = f"csrftoken={self.SECRET}; sessionid={session}" if session else ""

    async def ask(
        self, kind: str, method: str, path: str, body: bytes = b"", pace: int = 0, **headers: str
    ) -> Answer:
        """One request on a line of its own; `pace`: at most so many bytes of the body a second (0: at once)."""
        start = monotonic()
        try:
            status, found, text = await self._sent(method, path, body, pace, headers)
        except (OSError, ValueError, IndexError):
            status, found, text = 0, {}, b""
        answer = Answer(status, found, text, monotonic() - start)
        return self.figures.note(kind, answer) if kind else answer

    async def post(self, kind: str, path: str, pairs: list[tuple[str, str]]) -> Answer:
        """A form as a browser sends it, in parts."""
        edge = "----bench-edge"
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in [("csrfmiddlewaretoken", self.SECRET), *pairs]
        ]
        body = ("".join(parts) + f"--{edge}--\r\n").encode()
        return await self.ask(
            kind, "POST", path, body, Content_Type=f"multipart/form-data; boundary={edge}"
        )

    async def _sent(
        self, method: str, path: str, body: bytes, pace: int, headers: dict[str, str]
    ) -> tuple[int, dict[str, str], bytes]:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port, limit=1 << 22)
        try:
            lines = {
                "Host": f"localhost:{self.port}",
                "Connection": "close",
                "Accept-Encoding": "identity",
                **({"Cookie": self.cookie} if self.cookie else {}),
                **({"Content-Length": str(len(body))} if method in {"POST", "PATCH"} else {}),
                **{name.replace("_", "-"): value for name, value in headers.items()},
            }
            head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
            writer.write(f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode())
            step = pace or len(body) or 1
            for place in range(0, len(body), step):
                writer.write(body[place : place + step])
                await writer.drain()
                if pace:
                    await asyncio.sleep(1)
            return _read(await reader.read(-1))
        finally:
            writer.close()


def _read(answer: bytes) -> tuple[int, dict[str, str], bytes]:
    head, _, body = answer.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    if "chunked" in headers.get("transfer-encoding", ""):
        body = _joined(body)
    return int(first.split()[1]), headers, body


def _joined(body: bytes) -> bytes:
    """The chunks of an answer, one behind the other."""
    found = b""
    while body:
        size, _, body = body.partition(b"\r\n")
        length = int(size, 16)
        if not length:
            return found
        found, body = found + body[:length], body[length + 2 :]
    raise ValueError("cut")


class Form(HTMLParser):
    """What the form of a page would send: its pairs, its long texts, and the passes for its files."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.pairs: list[tuple[str, str]] = []
        self.texts: list[str] = []
        self.passes: dict[str, str] = {}
        self._inside = self._text = self._select = self._pass = ""
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Inputs, and where texts and choices begin."""
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = "yes" if found.get("method") == "post" and "novalidate" in found else ""
        self._pass = found.get("data-pass", self._pass)
        name = found.get("name", "")
        if not self._inside or not (name or tag == "option"):
            return
        if tag == "textarea":
            self._text = name
            self.texts.append(name)
            self.pairs.append((name, ""))
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in found:
            self.pairs.append((self._select, found.get("value", "")))
        elif tag == "input":
            self._input(name, found)

    def _input(self, name: str, found: dict[str, str]) -> None:
        kind = found.get("type", "text")
        if kind == "file":
            self.passes[name] = self._pass
        elif kind in {"checkbox", "radio"}:
            if "checked" in found:
                self.pairs.append((name, found.get("value", "on")))
        elif name != "csrfmiddlewaretoken":
            self.pairs.append((name, found.get("value", "")))

    def handle_endtag(self, tag: str) -> None:
        """Where they end."""
        if tag == "form":
            self._inside = ""
        elif tag == "textarea":
            self._text = ""
        elif tag == "select":
            self._select = ""

    def handle_data(self, data: str) -> None:
        """A text."""
        if self._text:
            name, value = self.pairs[-1]
            self.pairs[-1] = (name, value + data)
