"""Import contracts of our own, beside those that import-linter brings."""

from collections.abc import Iterator
from typing import Any, ClassVar

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

ROOM_DEPTH = 3  # jumelage.<floor>.<room>


class DoorsContract(Contract):
    """A room enters another one only through its doors: the module names listed in `doors`.

    `open_rooms` ("foundation.kernel") are doors altogether.
    """

    type_name: ClassVar[str] = "doors"
    container = fields.StringField()
    doors = fields.ListField(subfield=fields.StringField())
    open_rooms = fields.ListField(subfield=fields.StringField(), required=False)

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002
        """Find every import that climbs through a window."""
        broken = list(self._intrusions(graph))
        return ContractCheck(kept=not broken, metadata={"broken": broken})

    def _intrusions(self, graph: ImportGraph) -> Iterator[tuple[str, str, Any]]:
        for importer in sorted(m for m in graph.modules if m.count(".") >= ROOM_DEPTH):
            if not importer.startswith(f"{self.container}."):
                continue
            for imported in sorted(graph.find_modules_directly_imported_by(importer)):
                if self._is_intrusion(importer, imported):
                    line = graph.get_import_details(importer=importer, imported=imported)[0]
                    yield importer, imported, line["line_number"]

    def _is_intrusion(self, importer: str, imported: str) -> bool:
        parts = imported.split(".")
        if parts[0] != self.container or len(parts) <= ROOM_DEPTH:
            return False
        same_room = importer.split(".")[:ROOM_DEPTH] == parts[:ROOM_DEPTH]
        is_open = ".".join(parts[1:ROOM_DEPTH]) in (self.open_rooms or [])
        return not (same_room or is_open or parts[ROOM_DEPTH] in self.doors)

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Say who entered where."""
        for importer, imported, line in check.metadata["broken"]:
            output.print_error(f"{importer}:{line} enters {imported}, which is not a door")
