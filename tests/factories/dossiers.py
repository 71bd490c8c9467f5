"""Dossiers, their members and what they hold."""

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from jumelage.city.dossiers.choices import DocumentKind, LegalForm, Office, Right
from jumelage.city.dossiers.models import (
    AccessRequest,
    Address,
    BankAccount,
    Dossier,
    DossierDocument,
    DossierMember,
    Officer,
)
from jumelage.city.organisations.choices import ENTERPRISES
from tests.factories.accounts import UserFactory
from tests.factories.organisations import IdentifierFactory, OrganisationFactory

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
TODAY = date(2026, 3, 2)


class DossierFactory(DjangoModelFactory[Dossier]):
    """The dossier of an association that is not public."""

    class Meta:
        model = Dossier

    organisation = factory.SubFactory(OrganisationFactory, published=False)
    legal_form = LegalForm.ASBL
    name = factory.Sequence("Association {}".format)
    opened_at = changed_at = NOW


class MemberFactory(DjangoModelFactory[DossierMember]):
    """Somebody who manages a dossier."""

    class Meta:
        model = DossierMember

    dossier = factory.SubFactory(DossierFactory)
    user = factory.SubFactory(UserFactory)
    right = Right.MANAGE
    since = NOW


class RequestFactory(DjangoModelFactory[AccessRequest]):
    """Somebody asks for access."""

    class Meta:
        model = AccessRequest

    organisation = factory.SubFactory(OrganisationFactory)
    user = factory.SubFactory(UserFactory)
    because = "I am the treasurer."
    asked_at = NOW


class AddressFactory(DjangoModelFactory[Address]):
    """A seat in Brussels."""

    class Meta:
        model = Address

    dossier = factory.SubFactory(DossierFactory)
    kind = "seat"
    street = "Rue de l’Exemple 1"
    postal_code = "1000"
    town = "Bruxelles"


class AccountFactory(DjangoModelFactory[BankAccount]):
    """An account to be paid on."""

    class Meta:
        model = BankAccount

    dossier = factory.SubFactory(DossierFactory)
    iban = "BE71096123456769"
    holder = "Association"
    bank_known = True
    preferred = True
    kept_at = NOW


class OfficerFactory(DjangoModelFactory[Officer]):
    """A chair who signs."""

    class Meta:
        model = Officer

    dossier = factory.SubFactory(DossierFactory)
    name = factory.Sequence("Officer {}".format)
    office = Office.CHAIR
    signs = True


class DocumentFactory(DjangoModelFactory[DossierDocument]):
    """Statutes, as they were sent."""

    class Meta:
        model = DossierDocument

    dossier = factory.SubFactory(DossierFactory)
    kind = DocumentKind.STATUTES
    file = "dossiers/aa/statutes.pdf"
    name = "statuts.pdf"
    media_type = "application/pdf"
    size_bytes = 1000
    sha256 = "0" * 64
    sent_at = NOW
    sent_by = factory.SubFactory(UserFactory)
    confirmed_on = TODAY


def managed(user=None, **given) -> Dossier:
    """A dossier with one manager."""
    dossier = DossierFactory(**given)
    MemberFactory(dossier=dossier, user=user or UserFactory())
    return dossier


def with_number(dossier: Dossier, value: str = "0403019261") -> Dossier:
    """The dossier, its organisation holding an enterprise number."""
    IdentifierFactory(organisation=dossier.organisation, scheme=ENTERPRISES, value=value)
    return dossier


def complete(dossier: Dossier) -> Dossier:
    """The dossier, lacking nothing."""
    dossier.email = "info@example.org"
    dossier.save()
    with_number(dossier)
    AddressFactory(dossier=dossier)
    AccountFactory(dossier=dossier)
    OfficerFactory(dossier=dossier)
    DocumentFactory(dossier=dossier)
    DocumentFactory(dossier=dossier, kind=DocumentKind.ACCOUNTS, year=TODAY.year - 1)
    DocumentFactory(dossier=dossier, kind=DocumentKind.IBAN)
    return dossier
