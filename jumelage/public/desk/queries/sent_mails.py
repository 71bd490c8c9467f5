"""The mails that the demonstration wrote as files instead of sending them."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings

# What Django's file backend writes between two mails of one file.
_RULE = b"-" * 79 + b"\n"


@dataclass(frozen=True)
class SentMail:
    """One mail; `key` names its file and its place in it."""

    key: str
    at: datetime
    to: str
    subject: str
    text: str


def sent_mails() -> list[SentMail]:
    """Every mail kept in the folder of mails, the newest first."""
    folder = Path(settings.EMAIL_FILE_PATH)
    found = [mail for file in folder.glob("*.log") for mail in _mails_in(file)]
    return sorted(found, key=lambda mail: (mail.at, mail.key), reverse=True)


def sent_mail(key: str) -> SentMail | None:
    """The mail of that key, or None; a key never leaves the folder of mails."""
    return next((mail for mail in sent_mails() if mail.key == key), None)


def _mails_in(file: Path) -> list[SentMail]:
    at = datetime.fromtimestamp(file.stat().st_mtime, tz=UTC)
    parts = [part for part in file.read_bytes().split(_RULE) if part.strip()]
    return [_read(part, f"{file.stem}-{place}", at) for place, part in enumerate(parts, start=1)]


def _read(raw: bytes, key: str, at: datetime) -> SentMail:
    message = message_from_bytes(raw, _class=EmailMessage, policy=policy.default)
    body = message.get_body(preferencelist=("plain", "html"))
    return SentMail(
        key=key,
        at=at,
        to=str(message["To"] or ""),
        subject=str(message["Subject"] or ""),
        text=str(body.get_content()) if body else "",
    )
