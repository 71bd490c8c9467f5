"""Dossiers: `dossiers_visible_to` is the one way in."""

from typing import Any

from django.db import models
from django.db.models import Prefetch
from django.utils import timezone

from jumelage.city.dossiers.models import BankAccount, Dossier, DossierDocument, DossierMember
from jumelage.city.dossiers.permissions import may_read_dossiers
from jumelage.city.organisations.choices import ENTERPRISES


def dossiers_visible_to(user: Any) -> models.QuerySet[Dossier]:
    """The dossiers that `user` may read: their own as a member, all for the staff who may; none for anybody else."""
    if not user.is_authenticated or not user.is_active:
        return Dossier.objects.none()
    found = Dossier.objects.select_related("organisation")
    if may_read_dossiers(user):
        return found
    mine = DossierMember.objects.filter(user=user.pk, ended_at=None)
    return found.filter(pk__in=mine.values("dossier"))


def dossiers_of(user: Any) -> list[DossierMember]:
    """The memberships of `user` today, each with its dossier, by name; none for a stranger. 1 query."""
    if not user.is_authenticated:
        return []
    found = DossierMember.objects.filter(user=user.pk, ended_at=None)
    return list(found.select_related("dossier__organisation").order_by("dossier__name", "pk"))


def dossier_for(user: Any, number: int) -> Dossier | None:
    """One dossier (by row number) with all that it holds, for who may read it; None otherwise. At most 8 queries."""
    documents = DossierDocument.objects.filter(replaced_by=None)
    return (
        dossiers_visible_to(user)
        .filter(pk=number)
        .prefetch_related(
            "organisation__identifiers",
            "addresses",
            "officers",
            "register_checks__by",
            Prefetch("accounts", BankAccount.objects.order_by("closed_at", "-preferred", "pk")),
            Prefetch("documents", documents),
        )
        .first()
    )


def number_of(dossier: Dossier) -> str:
    """The enterprise number (ten digits) of the dossier's organisation; "" when it has none."""
    found = [
        one.value for one in dossier.organisation.identifiers.all() if one.scheme == ENTERPRISES
    ]
    return found[0] if found else ""


def payee_account(dossier: Dossier) -> BankAccount | None:
    """The account that the organisation is paid on: the preferred one that is open; None when there is none."""
    found = [one for one in dossier.accounts.all() if one.closed_at is None]
    return next((one for one in found if one.preferred), found[0] if found else None)


def frozen_dossier(dossier: Dossier) -> dict[str, Any]:
    """All that the dossier says now, as plain values that can be kept with a deposit: texts, numbers and ISO days,
    and for each current document its kind, name, weight (bytes) and SHA-256. No account of the site is in it.
    """
    account = payee_account(dossier)
    return {
        "dossier": dossier.pk,
        "organisation": dossier.organisation_id,
        "version": dossier.version,
        "legal_form": dossier.legal_form,
        "name": dossier.name,
        "acronym": dossier.acronym,
        "enterprise_number": number_of(dossier),
        "purpose": dossier.purpose,
        "founded_year": dossier.founded_year,
        "persons_count": dossier.persons_count,
        "email": dossier.email,
        "phone": dossier.phone,
        "website": dossier.website,
        "addresses": [
            _plain(one, "kind", "street", "postal_code", "town", "country")
            for one in dossier.addresses.all()
        ],
        "account": _plain(account, "iban", "holder") if account else None,
        "officers": [
            _plain(one, "name", "office", "email", "phone", "signs", "start", "end")
            for one in _in_office(dossier)
        ],
        "documents": [
            _plain(one, "kind", "year", "name", "size_bytes", "sha256", "valid_from", "valid_until")
            | {"document": one.pk}
            for one in dossier.documents.all()
            if one.replaced_by_id is None
        ],
    }


def _in_office(dossier: Dossier) -> list[Any]:
    today = timezone.localdate()
    return [one for one in dossier.officers.all() if one.end is None or one.end >= today]


def _plain(record: Any, *names: str) -> dict[str, Any]:
    values = {name: getattr(record, name) for name in names}
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in values.items()
    }
