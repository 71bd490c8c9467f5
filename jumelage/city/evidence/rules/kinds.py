"""Which records evidence is kept for, and how the desk knows them.

Source: Jumelage, issue 3 (every claim on a page opens its evidence).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Way = list[tuple[Any, str]]


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of records; beside the plain registers, rooms whose desk pages are their own declare theirs in
    `backoffice/registers.py`, in a list named `CLAIMED`; never for restricted records.

    `act` is the code that a role needs to save them, `publish_act` to publish them; `key` the field by which addresses
    know a record, `rows` the lists that it holds. `facts` are what the site says of one with its source; without any,
    every field. `way` gives words and address of each page from the list to a record's own. `own_pages`: these open
    to who may save alone.
    """

    model: Any
    act: str
    publish_act: str = ""
    key: str = "slug"
    rows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facts: tuple[str, ...] = ()
    way: Callable[[Any], Way]
    own_pages: bool = True

    @property
    def name(self) -> str:
        """Its place in addresses: `/desk/claims/of/<name>/`."""
        return str(self.model._meta.model_name)
