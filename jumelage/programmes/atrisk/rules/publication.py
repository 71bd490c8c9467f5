"""The do-no-harm gate: nobody is shown without a reason that can be named and two people who said yes.

Source: issue 3 ("do-no-harm gate"); domain notes on persons in danger, §2.5, points 6 and 7: consent source, date,
scope and expiry; risk note; approval by two persons; no publication without a link to a public page of the
organisation.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from jumelage.foundation.kernel.errors import Refused

APPROVALS = 2
CONSENT, CAMPAIGN = "consent", "campaign"


@dataclass(frozen=True)
class Ground:
    """On what a publication rests; empty text and None are what nobody said."""

    basis: str
    source: str
    source_address: str
    source_voice: str
    pinned: bool = False
    consent_by: str = ""
    consent_on: date | None = None
    scope: str = ""
    expires_on: date | None = None
    risk_note: str = ""


def check_ground(ground: Ground | None, *, today: date) -> None:
    """Accept the ground of a publication that people decide.

    Raises Refused("atrisk-basis-missing"), Refused("atrisk-campaign-unlinked"), Refused("atrisk-consent-incomplete"),
    Refused("atrisk-consent-expired") or Refused("atrisk-risk-note-missing").
    """
    if ground is None or ground.basis not in {CONSENT, CAMPAIGN}:
        raise Refused("atrisk-basis-missing")
    if not ground.source_address:
        raise Refused("atrisk-campaign-unlinked", source=ground.source)
    if ground.basis == CONSENT and not (ground.consent_by and ground.consent_on and ground.scope):
        raise Refused("atrisk-consent-incomplete")
    if ground.expires_on and ground.expires_on < today:
        raise Refused("atrisk-consent-expired", day=ground.expires_on)
    if not ground.risk_note.strip():
        raise Refused("atrisk-risk-note-missing")


def check_approved(approvers: Collection[int]) -> None:
    """Accept when two different people (by number) approved; raises Refused("atrisk-two-approvals")."""
    if len(set(approvers)) < APPROVALS:
        raise Refused("atrisk-two-approvals", count=len(set(approvers)))


def check_imported(ground: Ground) -> None:
    """Accept a publication found in the city's own page, with its paragraph; it has no approvers of ours.

    Raises Refused("atrisk-import-not-city") or Refused("atrisk-import-unpinned").
    """
    if ground.source_voice != "city" or not ground.source_address:
        raise Refused("atrisk-import-not-city", source=ground.source)
    if not ground.pinned:
        raise Refused("atrisk-import-unpinned")
