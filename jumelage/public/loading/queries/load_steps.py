"""Questions asked while data files are loaded."""

from jumelage.city.evidence.models import Document
from jumelage.foundation.audit.models import Entry as Line


def fields_since(number: int) -> list[str]:
    """The fields that the journal tells of after its line `number`; evidence counts as one of them."""
    names: list[str] = []
    for act, details in Line.objects.filter(id__gt=number).values_list("act", "details"):
        names += ["evidence"] if "claim" in act else details.get("fields", [])
    return names


def stored_files() -> set[str]:
    """The files that documents name."""
    return set(Document.objects.exclude(file="").values_list("file", flat=True))
