"""Questions about claims, their evidence and documents."""

from jumelage.city.evidence.queries.claims import (
    claims_about_many,
    facts_proven,
    said,
    standing_of,
)
from jumelage.city.evidence.queries.desk import (
    claims_in,
    claims_without_choice,
    desk_claim,
    desk_claims,
    kind_of_claim,
    kinds_claimed,
    record_of,
    record_of_claim,
    subjects_of,
    waiting,
)
from jumelage.city.evidence.queries.documents import document, documents
from jumelage.city.evidence.queries.sheets import Numbers, notes, numbers_of, sheet_frame
from jumelage.city.evidence.rules.kinds import Kind

__all__ = [
    "Kind",
    "Numbers",
    "claims_about_many",
    "claims_in",
    "claims_without_choice",
    "desk_claim",
    "desk_claims",
    "document",
    "documents",
    "facts_proven",
    "kind_of_claim",
    "kinds_claimed",
    "notes",
    "numbers_of",
    "record_of",
    "record_of_claim",
    "said",
    "sheet_frame",
    "standing_of",
    "subjects_of",
    "waiting",
]
