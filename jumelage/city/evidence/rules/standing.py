"""How a claim may be shown, from who says it and how.

Source: source/README.md of the input texts: the city's page states facts; what another page says exists is shown
as according to it; what it promises is shown as announced by it, never as the city's decision.
"""

CITY = "city"
ANNOUNCES = "announces"


def standing(*, voice: str, stance: str) -> str:
    """One of "fact", "according" and "announced", for the codes of `choices.Voice` and `choices.Stance`."""
    if stance == ANNOUNCES:
        return "announced"
    return "fact" if voice == CITY else "according"
