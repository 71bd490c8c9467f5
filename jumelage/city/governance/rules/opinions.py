"""Seats, sittings and opinions: what must be known of them.

Source: new municipal law, art. 120bis (an advisory council gives opinions); issue “Every part of the
programme has its room, its desk and its page” (mandates and opinions, with their outcome).
"""

import re

from jumelage.foundation.kernel.errors import Refused

_LINK = re.compile(r"([a-z]+):([a-z0-9-]+)", re.ASCII)


def check_seat(*, has_organisation: bool, has_person: bool) -> None:
    """Accept a seat that somebody holds; raises Refused("mandate-of-nobody")."""
    if not (has_organisation or has_person):
        raise Refused("mandate-of-nobody")


def check_sitting(*, sat: bool, on_initiative: bool, has_decision: bool) -> None:
    """Accept an opinion given at a sitting (`sat`), or an initiative known through a decision.

    Raises Refused("opinion-without-sitting").
    """
    if not sat and not (on_initiative and has_decision):
        raise Refused("opinion-without-sitting")


def check_reason(*, followed: bool, has_reason: bool) -> None:
    """Accept what visitors may see: an opinion not wholly followed with the reason.

    Raises Refused("follow-up-without-reason").
    """
    if not followed and not has_reason:
        raise Refused("follow-up-without-reason")


def read_link(text: str) -> tuple[str, str]:
    """What a link leads to, and its short name: "project:limpoba"; raises Refused("opinion-link-unreadable")."""
    match = _LINK.fullmatch(text.strip())
    if not match:
        raise Refused("opinion-link-unreadable", link=text)
    return match[1], match[2]
