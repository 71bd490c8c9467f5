"""Organisations and who acts for them; and, closed until opened, their dossiers."""

from jumelage.city.organisations.models.access import (
    AccessRequest,
    DossierInvitation,
    DossierMember,
)
from jumelage.city.organisations.models.dossier import Address, BankAccount, Dossier, Officer
from jumelage.city.organisations.models.organisation import (
    Contact,
    Identifier,
    Organisation,
    Person,
    Position,
)
from jumelage.city.organisations.models.proof import DossierDocument, RegisterCheck

__all__ = [
    "AccessRequest",
    "Address",
    "BankAccount",
    "Contact",
    "Dossier",
    "DossierDocument",
    "DossierInvitation",
    "DossierMember",
    "Identifier",
    "Officer",
    "Organisation",
    "Person",
    "Position",
    "RegisterCheck",
]
