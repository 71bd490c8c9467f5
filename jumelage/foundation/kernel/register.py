"""What a plain register is: which records staff keep, what is shown and asked, and which service saves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Words = Any


@dataclass(frozen=True, kw_only=True)
class Register:
    """Declared by a room in its `backoffice/registers.py`, in a list named `REGISTERS`; never for restricted records.

    `keep(key, values, *, actor)` is the room's service; `act` the code that a role needs to save.
    `rows` names the lists that a record holds, with the fields of each row; `inputs` replaces the input of a field.
    `publish` and `withdraw` take the record and `actor`, and need `publish_act`. `pages` are more pages of a record:
    words and the name of the address, which takes the key. `remarks` gives sentences to whoever looks at a record.
    `seen` takes a user and gives the condition (Q) of the records they may look at, where these are not all; `viewer`
    is who looks, None for the machine.
    """

    model: Any
    one: Words
    many: Words
    keep: Callable[..., Any]
    act: str
    fields: tuple[str, ...]
    columns: tuple[str, ...]
    search: tuple[str, ...]
    filters: tuple[str, ...] = ()
    rows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    inputs: Mapping[str, Callable[[], Any]] = field(default_factory=dict)
    key: str = "slug"
    icon: str = "list-ul"
    order: int = 500
    publish: Callable[..., Any] | None = None
    withdraw: Callable[..., Any] | None = None
    publish_act: str = ""
    pages: tuple[tuple[Words, str], ...] = ()
    remarks: Callable[[Any], list[Words]] | None = None
    seen: Callable[[Any], Any] | None = None
    viewer: Any = None

    @property
    def label(self) -> str:
        """As in the journal: "room.model"."""
        return str(self.model._meta.label_lower)

    @property
    def name(self) -> str:
        """Its place in addresses: `/desk/<name>/`."""
        return str(self.model._meta.model_name)
