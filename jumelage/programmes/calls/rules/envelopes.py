"""Whether the amounts and weights of a call hold together.

Source: calls.md §5.1, reading G ("reserved envelope" is ambiguous: minimum, maximum and ring-fenced
are explicit settings with a feasibility message) and §6, capability 12 (weights sum to 100).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

WHOLE = 100


@dataclass(frozen=True, kw_only=True)
class Reserved:
    """An envelope: its kind and its amount in euro cents."""

    kind: str
    amount_cents: int


def reserved_cents(envelopes: Iterable[Reserved]) -> int:
    """Euro cents that the budget must hold: minima and ring-fenced amounts; a maximum reserves none."""
    return sum(one.amount_cents for one in envelopes if one.kind != "maximum")


def excess_cents(envelopes: Sequence[Reserved], budget_cents: int | None) -> int:
    """Euro cents by which envelopes pass the budget, alone or together; 0 when they fit or it is unknown."""
    if budget_cents is None:
        return 0
    most = max((one.amount_cents for one in envelopes), default=0)
    return max(0, reserved_cents(envelopes) - budget_cents, most - budget_cents)


def weights_off(weights: Mapping[str, Sequence[int | None]]) -> dict[str, int]:
    """The sum of weights of each track (slug) where all are given and do not make 100 points."""
    sums = {
        track: sum(weight for weight in some if weight is not None)
        for track, some in weights.items()
        if some and None not in some
    }
    return {track: total for track, total in sums.items() if total != WHOLE}
