"""What a dossier lacks today, in words and with the place to repair it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from jumelage.city.dossiers.choices import DocumentKind, DocumentState, Standing
from jumelage.city.dossiers.models import Dossier, DossierDocument
from jumelage.city.dossiers.phrases import LACKS
from jumelage.city.dossiers.queries.dossiers import number_of, payee_account
from jumelage.city.dossiers.rules.completeness import MIN_PERSONS, DossierFacts, Lack, lacks
from jumelage.city.dossiers.rules.standing import accounts_too_old, standing

# From the best to the worst: of two documents of one kind, the better one counts.
_ORDER = ["valid", "soon", "to_confirm", "expired", "refused", "old", "future"]


@dataclass(frozen=True)
class Missing:
    """One thing to do: its code, its sentence and the address of the page where it is done."""

    code: str
    text: str
    address: str


def missing_in(
    dossier: Dossier,
    *,
    today: date,
    min_persons: int = MIN_PERSONS,
    documents: Collection[str] | None = None,
) -> list[Missing]:
    """What `dossier` lacks today before its organisation can apply; a call may ask other `documents` (codes of
    `DocumentKind`; None: those of the legal form) and another number of persons.
    """
    found = lacks(facts_of(dossier, today=today), min_persons=min_persons, documents=documents)
    return [_told(dossier, one) for one in found]


def standing_of(document: DossierDocument, *, today: date) -> Standing:
    """Where one document's validity stands today; accounts are too old once later ones can be asked for."""
    if document.kind == DocumentKind.ACCOUNTS and accounts_too_old(document.year, today=today):
        return Standing.OLD
    return Standing(
        standing(
            kind=document.kind,
            valid_from=document.valid_from,
            valid_until=document.valid_until,
            confirmed_on=document.confirmed_on,
            today=today,
        )
    )


def facts_of(dossier: Dossier, *, today: date) -> DossierFacts:
    """What the rule of completeness needs to know of `dossier`; last year's accounts are those that count."""
    in_office = [one for one in dossier.officers.all() if one.end is None or one.end >= today]
    account = payee_account(dossier)
    return DossierFacts(
        legal_form=dossier.legal_form,
        number=number_of(dossier),
        email=dossier.email,
        has_seat=any(one.kind == "seat" for one in dossier.addresses.all()),
        account_holder=account.holder if account else None,
        persons=tuple(one.name for one in in_office),
        somebody_signs=any(one.signs for one in in_office),
        persons_count=dossier.persons_count,
        documents=_best(dossier, today),
    )


def _best(dossier: Dossier, today: date) -> dict[str, str]:
    best: dict[str, str] = {}
    current = (one for one in dossier.documents.all() if one.replaced_by_id is None)
    for one in current:
        refused = one.state == DocumentState.REFUSED
        stands = "refused" if refused else str(standing_of(one, today=today))
        best[one.kind] = min(best.get(one.kind, stands), stands, key=_ORDER.index)
    return best


def _told(dossier: Dossier, lack: Lack) -> Missing:
    details: dict[str, Any] = dict(lack.details)
    if "kind" in details:
        details["kind"] = DocumentKind(details["kind"]).label
    text = str(LACKS[lack.code]).format(**details)
    return Missing(lack.code, text, f"{reverse('dossier', args=[dossier.pk])}#{lack.part}")
