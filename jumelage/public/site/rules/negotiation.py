"""Which language to offer to somebody who comes to the front door.

Source: RFC 9110, 12.5.4 (Accept-Language) and RFC 4647, 3.4 (lookup: `nl-BE` is answered in `nl`).
"""

from collections.abc import Collection


def best_language(accepted: str, offered: Collection[str]) -> str:
    """The language of `offered` that the header `accepted` prefers; empty when it names none of them."""
    wishes = []
    for place, part in enumerate(accepted.lower().split(",")):
        tag, _, parameter = part.strip().partition(";")
        wishes.append((-_weight(parameter), place, tag.strip().partition("-")[0]))
    named = (tag for weight, _, tag in sorted(wishes) if weight < 0)
    return next((tag for tag in named if tag in offered), "")


def _weight(parameter: str) -> float:
    """The weight in `q=0.8`; 1 where there is none, 0 where it cannot be read."""
    if not parameter.strip():
        return 1.0
    try:
        return float(parameter.strip().removeprefix("q="))
    except ValueError:
        return 0.0
