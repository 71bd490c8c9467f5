"""Questions about claims, their evidence and documents."""

from jumelage.city.evidence.queries.claims import (
    claims_about,
    claims_about_many,
    said,
    standing_of,
)
from jumelage.city.evidence.queries.desk import (
    claims_in,
    claims_without_choice,
    desk_claim,
    desk_claims,
    record_of_claim,
    register_of_claim,
    subjects_of,
    waiting,
)
from jumelage.city.evidence.queries.documents import document, documents
from jumelage.city.evidence.queries.sheets import Numbers, notes, numbers_of, sheet_frame

__all__ = [
    "Numbers",
    "claims_about",
    "claims_about_many",
    "claims_in",
    "claims_without_choice",
    "desk_claim",
    "desk_claims",
    "document",
    "documents",
    "notes",
    "numbers_of",
    "record_of_claim",
    "register_of_claim",
    "said",
    "sheet_frame",
    "standing_of",
    "subjects_of",
    "waiting",
]
