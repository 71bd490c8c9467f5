"""Questions asked while data files are loaded."""

from jumelage.city.evidence.models import Document
from jumelage.foundation.audit.models import Entry as Line


def fields_since(number: int) -> list[str] | None:
    """The fields that the journal tells of after its line `number`, evidence being one; None without a new line.

    A line may tell of an act and name no field.
    """
    lines = list(Line.objects.filter(id__gt=number).values_list("act", "details"))
    names: list[str] = []
    for act, details in lines:
        names += ["evidence"] if "claim" in act else details.get("fields", [])
    return names if lines else None


def stored_files() -> set[str]:
    """The files that documents name."""
    return set(Document.objects.exclude(file="").values_list("file", flat=True))
