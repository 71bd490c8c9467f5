"""What the rooms declare: a name in a module that every room may have, found without knowing the rooms."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from django.apps import apps
from django.utils.module_loading import module_has_submodule


def declared(part: str, name: str) -> Iterator[Any]:
    """What each room names `name` in its module `part` ("jobs", "backoffice.registers"…), in the order of the rooms."""
    for app in apps.get_app_configs():
        if app.name.startswith("jumelage.") and module_has_submodule(app.module, part):
            found = getattr(import_module(f"{app.name}.{part}"), name, None)
            if found is not None:
                yield found
