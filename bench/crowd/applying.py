"""What somebody does on the evening of the deadline, request by request, as the pages' own scripts do it."""

import json
import random
import re
from base64 import b64encode

from bench.crowd.asking import Answer, Asker, Figures, Form

FILES, FILE_BYTES, PIECE_BYTES = 3, 2 * 1024**2, 1024**2
VERSION = {"Tus_Resumable": "1.0.0", "X_CSRFToken": Asker.SECRET}
_FIELD = "f-other_papers"
_NUMBER = re.compile(r'receipt-number">\s*([^<\s]+)')
_DIGEST = re.compile(r'class="digest">\s*([0-9a-f ]{71})')


def file_of(mark: str, size: int = FILE_BYTES) -> bytes:
    """A PDF of one page that weighs `size` bytes, most of them in a picture; no two marks give the same file."""
    picture = random.Random(mark).randbytes(size - 700)
    words = f"BT /F1 14 Tf 72 760 Td (Fictif {mark}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(words), words),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(picture), picture),
    ]
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 7\n0000000000 65535 f \n" + table
    return (
        content
        + head
        + b"trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(content)
    )


class Applicant(Asker):
    """Somebody with a draft: writes, sends files, deposits, and keeps every receipt that they were shown."""

    def __init__(self, port: int, figures: Figures, person: dict[str, str]) -> None:
        super().__init__(port, figures, person["session"])
        self.person = person
        self.form: Form | None = None
        self.times = 0
        self.depositing = False
        self.receipts: list[dict[str, str]] = []

    async def open(self) -> None:
        """Open a section."""
        page = await self.ask("open a step", "GET", self.person["section"])
        self.form = Form(page.body) if page.good else None

    async def write(self) -> None:
        """What the page sends by itself after a few more words."""
        if self.form is None:
            await self.open()
        if self.form is None:
            return
        self.times += 1
        pairs, field = dict(self.form.pairs), self.form.texts[0]
        text = f"{pairs[field].rpartition(' + ')[0] or pairs[field]} + {self.times}"
        self.form.pairs = [(k, text if k == field else v) for k, v in self.form.pairs]
        answer = await self.post("autosave", self.person["keep"], self.form.pairs)
        if answer.good:
            seen = json.loads(pairs["seen"]) | json.loads(answer.body)["marks"]
            self.form.pairs = [
                (k, json.dumps(seen) if k == "seen" else v) for k, v in self.form.pairs
            ]

    async def send_files(self, count: int = FILES) -> None:
        """Each in pieces, then joined by the page's own button."""
        page = await self.ask("open a step", "GET", self.person["papers"])
        for number in range(count if page.good else 0):
            form = Form(page.body)
            name = f"{self.person['application']}-{number}"
            key = await self.send(form.passes[_FIELD], file_of(name), name)
            pairs = [(k, v) for k, v in form.pairs if k != f"{_FIELD}-key"]
            more = [(f"{_FIELD}-key", key), ("stay", "")]
            page = await self.post("join a file", self.person["papers"], pairs + more)
            if page.good:
                page = await self.ask("open a step", "GET", page.headers["location"])

    async def send(self, allowed: str, content: bytes, name: str) -> str:
        """A file by tus: begun, asked about, sent; the key under which it waits."""
        words = f"filename {_coded(f'{name}.pdf')},pass {_coded(allowed)}"
        about = {"Upload_Length": str(len(content)), "Upload_Metadata": words}
        begun = await self.ask("begin a file", "POST", "/uploads/", **VERSION, **about)
        address = begun.headers.get("location", "/uploads/")
        await self.ask("ask of a file", "HEAD", address, **VERSION)
        for place in range(0, len(content), PIECE_BYTES):
            await self.piece("send a piece", address, content, place)
        return address.rstrip("/").rpartition("/")[2]

    async def piece(
        self, kind: str, address: str, content: bytes, place: int, pace: int = 0
    ) -> Answer:
        """One piece, at most `pace` bytes a second (0: at once)."""
        told = {"Upload_Offset": str(place), "Content_Type": "application/offset+octet-stream"}
        piece = content[place : place + PIECE_BYTES]
        return await self.ask(kind, "PATCH", address, piece, pace, **VERSION, **told)

    async def trickle(self, pace: int) -> None:
        """One file that never ends to come."""
        page = await self.ask("open a step", "GET", self.person["papers"])
        words = f"filename {_coded('slow.pdf')},pass {_coded(Form(page.body).passes[_FIELD])}"
        about = {"Upload_Length": str(FILE_BYTES), "Upload_Metadata": words}
        begun = await self.ask("begin a file", "POST", "/uploads/", **VERSION, **about)
        address, content = begun.headers["location"], bytes(FILE_BYTES)
        while True:
            stands = await self.ask("ask of a file", "HEAD", address, **VERSION)
            place = int(stands.headers.get("upload-offset", 0))
            await self.piece("slow piece", address, content, place, pace)

    async def key(self) -> str:
        """The key of the button on the page where all answers are read again; "" when there is no button."""
        page = await self.ask("check", "GET", self.person["check"])
        return dict(Form(page.body).pairs).get("key", "") if page.good else ""

    async def deposit(self, key: str, kind: str = "deposit") -> Answer:
        """Press the button and read the receipt: both are the act, as the applicant waits for it."""
        pairs = [("key", key), ("declaration", "yes")]
        pressed = await self.post("", self.person["check"], pairs)
        if not pressed.good or "location" not in pressed.headers:
            status = pressed.status if not pressed.good else 0
            return self.figures.note(kind, Answer(status, {}, pressed.body, pressed.seconds))
        page = await self.ask("", "GET", pressed.headers["location"])
        self._keep(page)
        whole = Answer(page.status, page.headers, page.body, pressed.seconds + page.seconds)
        return self.figures.note(kind, whole)

    def _keep(self, page: Answer) -> None:
        text = page.body.decode(errors="replace")
        number, digest = _NUMBER.search(text), _DIGEST.search(text)
        if page.good and number and digest:
            self.receipts.append({"number": number[1], "sha256": digest[1].replace(" ", "")})


def _coded(text: str) -> str:
    return b64encode(text.encode()).decode()
