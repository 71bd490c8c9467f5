"""What the rooms declare: registers, kinds of long work, what waits, acts."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps

from jumelage.foundation.kernel.register import Register


def declared(part: str, name: str) -> Iterator[Any]:
    """What each room names `name` in its module `part` ("jobs", "backoffice.registers"…), in the order of the rooms."""
    for app in apps.get_app_configs():
        if app.name.startswith("jumelage.") and _exists(f"{app.name}.{part}"):
            found = getattr(import_module(f"{app.name}.{part}"), name, None)
            if found is not None:
                yield found


def _exists(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


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
