"""What the rooms declare: registers, kinds of long work, what waits, acts."""

from functools import cache
from typing import Any

from jumelage.foundation.kernel.declared import declared
from jumelage.foundation.kernel.register import Register


@cache
def registers() -> tuple[Register, ...]:
    """Every plain register, in the order of the menu."""
    found = [
        register for some in declared("backoffice.registers", "REGISTERS") for register in some
    ]
    return tuple(sorted(found, key=lambda register: register.order))


def register_of(label: str) -> Register | None:
    """The register of the records labelled "room.model"; None when they have none, as restricted ones."""
    return next((register for register in registers() if register.label == label), None)


@cache
def jobs() -> dict[str, Any]:
    """The step of each kind of long work, by its name."""
    return {kind: step for some in declared("jobs", "JOBS") for kind, step in some.items()}


@cache
def known_acts() -> dict[str, Any]:
    """Every act that a role may hold, by its code, with its words."""
    return {act.value: act.label for choices in declared("choices", "Act") for act in choices}
