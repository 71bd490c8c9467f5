"""Which addresses a mail that came back could not reach.

Source: RFC 3464 (delivery status notifications), §2.3.2 Final-Recipient, §2.3.3 Action, §2.3.6 Diagnostic-Code;
RFC 3834. A delay is no failure, and a mail that is no such notice tells nothing.
"""

import email
import email.policy
from dataclasses import dataclass
from typing import Any

_LONGEST = 250


@dataclass(frozen=True)
class Failure:
    """An address that was not reached, and what its server said."""

    address: str
    reason: str


def failures_in(raw: bytes) -> list[Failure]:
    """The addresses that the notice `raw` (a whole mail) says were not reached; none when it is no such notice."""
    notice = email.message_from_bytes(raw, policy=email.policy.compat32)
    found = []
    for part in notice.walk():
        if part.get_content_type() == "message/delivery-status" and part.is_multipart():
            found += [one for block in part.get_payload() if (one := _failure(block))]
    return list(dict.fromkeys(found))


def _failure(block: Any) -> Failure | None:
    """What one block of the notice tells; the first block is about the mail and names no recipient."""
    if str(block.get("Action", "")).strip().lower() != "failed":
        return None
    address = _typed(block.get("Original-Recipient")) or _typed(block.get("Final-Recipient"))
    reason = _typed(block.get("Diagnostic-Code")) or str(block.get("Status", "")).strip()
    reason = " ".join(reason.split())[:_LONGEST]
    return Failure(address.strip("<>").lower(), reason) if "@" in address else None


def _typed(value: object) -> str:
    """What stands after the type: "rfc822; somebody@example.org"."""
    text = str(value or "")
    return (text.partition(";")[2] if ";" in text else text).strip()
