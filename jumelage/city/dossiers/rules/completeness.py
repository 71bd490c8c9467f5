"""What a dossier still lacks before its organisation can apply.

Source: the platform's proposal, which a call may change: three persons at least for a de facto association, an account
in the name of one of them, the declaration; for a body with a number its statutes and the accounts of last year; for
all the bank's proof of the account.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from jumelage.foundation.kernel.folding import fold

MIN_PERSONS = 3
DE_FACTO = "de_facto"
# Kinds of documents by legal form.
DOCUMENTS: Mapping[str, tuple[str, ...]] = {
    "asbl": ("statutes", "accounts", "iban"),
    "ngo": ("statutes", "accounts", "iban"),
    "school": ("iban",),
    "other": ("statutes", "accounts", "iban"),
    DE_FACTO: ("declaration", "iban"),
}
_BLOCKING = {
    **dict.fromkeys(("", "future"), "document-missing"),
    "refused": "document-again",
    "expired": "document-expired",
    "to_confirm": "document-unconfirmed",
    "old": "document-old",
}


@dataclass(frozen=True)
class Lack:
    """One thing to do: its code, the part of the dossier it stands in, and what fills its sentence."""

    code: str
    part: str
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class DossierFacts:
    """What the rule needs to know. `documents` gives for each kind the best standing among its documents ("refused"
    when a clerk asked for it again); `persons` are the names of those in office.
    """

    legal_form: str
    number: str = ""
    email: str = ""
    has_seat: bool = False
    account_holder: str | None = None
    persons: tuple[str, ...] = ()
    somebody_signs: bool = False
    persons_count: int | None = None
    documents: Mapping[str, str] = field(default_factory=dict)


def lacks(
    facts: DossierFacts,
    *,
    min_persons: int = MIN_PERSONS,
    documents: Collection[str] | None = None,
) -> list[Lack]:
    """What is missing, in the order of the dossier; `documents` are the kinds asked (None: those of the legal form)."""
    asked = DOCUMENTS[facts.legal_form] if documents is None else documents
    return [
        *_identity(facts, min_persons),
        *_account(facts),
        *_people(facts, min_persons),
        *filter(None, (_document(kind, facts.documents.get(kind, "")) for kind in asked)),
    ]


def _identity(facts: DossierFacts, min_persons: int) -> list[Lack]:
    found = []
    if facts.legal_form != DE_FACTO and not facts.number:
        found.append(Lack("number-missing", "identity"))
    if facts.legal_form == DE_FACTO and facts.persons_count is None:
        found.append(Lack("persons-unknown", "identity"))
    elif facts.legal_form == DE_FACTO and (facts.persons_count or 0) < min_persons:
        found.append(Lack("persons-few", "identity", {"limit": min_persons}))
    if not facts.email:
        found.append(Lack("email-missing", "identity"))
    if not facts.has_seat:
        found.append(Lack("seat-missing", "addresses"))
    return found


def _account(facts: DossierFacts) -> list[Lack]:
    if facts.account_holder is None:
        return [Lack("account-missing", "accounts")]
    named = {fold(name) for name in facts.persons}
    if facts.legal_form == DE_FACTO and fold(facts.account_holder) not in named:
        return [Lack("holder-unnamed", "accounts", {"holder": facts.account_holder})]
    return []


def _people(facts: DossierFacts, min_persons: int) -> list[Lack]:
    wanted = min_persons if facts.legal_form == DE_FACTO else 1
    found = []
    if len(facts.persons) < wanted:
        found.append(Lack("people-missing", "people", {"limit": wanted}))
    if facts.persons and not facts.somebody_signs:
        found.append(Lack("signatory-missing", "people"))
    return found


def _document(kind: str, stands: str) -> Lack | None:
    code = _BLOCKING.get(stands)
    return Lack(code, "documents", {"kind": kind}) if code else None
