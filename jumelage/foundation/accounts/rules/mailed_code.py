"""Whether a code that was mailed opens a protected act.

Source: house rule: before export or erasure, whoever has neither password nor second factor proves that they still read
their mail. A code is valid once, as long as one to sign in (ACCOUNT_LOGIN_BY_CODE_TIMEOUT), and for few tries.
"""

from dataclasses import dataclass

VALID_SECONDS = 15 * 60
MOST_TRIES = 3


@dataclass(frozen=True)
class SentCode:
    """A code that was sent: its digest, when (seconds since 1970), and how often another one was typed."""

    digest: str
    sent_at: float
    tries: int = 0


def is_open(sent: SentCode | None, *, now: float) -> bool:
    """Whether a code may still be typed at `now` (seconds since 1970)."""
    return bool(sent and now - sent.sent_at < VALID_SECONDS and sent.tries < MOST_TRIES)
