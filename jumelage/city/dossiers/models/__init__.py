"""Dossiers, who has access to them, and what proves what they say."""

from jumelage.city.dossiers.models.access import AccessRequest, DossierInvitation, DossierMember
from jumelage.city.dossiers.models.dossier import Address, BankAccount, Dossier, Officer
from jumelage.city.dossiers.models.proof import DossierDocument, RegisterCheck

__all__ = [
    "AccessRequest",
    "Address",
    "BankAccount",
    "Dossier",
    "DossierDocument",
    "DossierInvitation",
    "DossierMember",
    "Officer",
    "RegisterCheck",
]
