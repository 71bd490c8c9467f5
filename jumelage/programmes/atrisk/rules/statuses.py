"""What follows from an event, and what one may write while a person has a status.

Source: domain notes on persons in danger, §0.3 (released is not free), §2.5 point 8 (after a release the letter form
closes by itself), §6 (person status).
"""

from __future__ import annotations

from jumelage.foundation.kernel.partial_dates import PartialDate

APPEAL, SOLIDARITY = "appeal_authority", "solidarity"
RELEASED, RESTRICTED = "released_unconditional", "released_restricted"
IN_DANGER = frozenset({"at_risk", "detained", "on_trial", "sentenced", "house_arrest", "missing"})
_AFTER = {"arrest": "detained", "sentence": "sentenced", "death": "deceased"}


def status_after(
    *, kind: str, date: PartialDate | None, known: PartialDate | None, restricted: bool
) -> str | None:
    """The status that an event of this `kind` brings, or None when it brings none.

    None too when the event surely lies before what is known of the status (`known`), or when its date is unknown.
    `restricted`: something still binds the person on that day.
    """
    if date is None or (known and date.surely_before(known)):
        return None
    if kind == "release":
        return RESTRICTED if restricted else RELEASED
    return _AFTER.get(kind)


def status_when_bound(status: str, *, over: bool) -> str | None:
    """The status that a restriction brings to a person of this `status`; None when it is `over` or brings none."""
    return RESTRICTED if status == RELEASED and not over else None


def letter_place(status: str) -> str:
    """What stands where one may write: "open" (appeals and solidarity), "restrictions" (the person is out, not free),
    "closed" (free, or dead: nothing to ask for) or "paused" (nobody knows).
    """
    if status in IN_DANGER:
        return "open"
    if status == RESTRICTED:
        return "restrictions"
    return "paused" if status == "unknown" else "closed"


def letters_shown(status: str) -> tuple[str, ...]:
    """The kinds of messages that may be shown while the person has this status."""
    return (APPEAL, SOLIDARITY) if letter_place(status) in {"open", "restrictions"} else ()
