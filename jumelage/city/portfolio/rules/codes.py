"""Which codes a project may bear.

Source: UN General Assembly resolution 70/1 (seventeen goals); themes are the city's own.
"""

from collections.abc import Collection, Iterable

from jumelage.foundation.kernel.errors import Refused

GOALS = range(1, 18)


def check_themes(codes: Iterable[str], *, known: Collection[str]) -> None:
    """Accept codes that are all `known`; raises Refused("theme-unknown")."""
    for code in codes:
        if code not in known:
            raise Refused("theme-unknown", code=code, known=", ".join(sorted(known)))


def check_sdgs(codes: Iterable[int]) -> None:
    """Accept numbers of goals, 1 to 17; raises Refused("sdg-unknown")."""
    for code in codes:
        if code not in GOALS:
            raise Refused("sdg-unknown", code=code)
