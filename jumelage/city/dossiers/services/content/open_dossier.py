"""Open a dossier: of an organisation that nobody knew yet, never of one that is here."""

from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from jumelage.city.dossiers.choices import LegalForm, Right
from jumelage.city.dossiers.models import Dossier, DossierMember
from jumelage.city.dossiers.rules.national_number import refuse_national_number
from jumelage.city.organisations.choices import ENTERPRISES, Kind
from jumelage.city.organisations.models import Identifier, Organisation
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.enterprise_number import parse_enterprise_number
from jumelage.foundation.kernel.errors import Refused

KINDS = {
    LegalForm.ASBL: Kind.ASSOCIATION,
    LegalForm.NGO: Kind.NGO,
    LegalForm.SCHOOL: Kind.SCHOOL,
    LegalForm.OTHER: Kind.OTHER,
    LegalForm.DE_FACTO: Kind.DE_FACTO,
}
FORMS = {kind: form for form, kind in KINDS.items()}


def open_dossier(
    *, legal_form: str, name: str, enterprise_number: str = "", user: Any, managed: bool = True
) -> Dossier:
    """A dossier of a new organisation, not published, with `user` as its manager; or (not `managed`) with nobody
    inside, opened by a clerk for who wrote on paper. A de facto association has no number.

    Raises Refused("dossier-number-missing"), Refused("dossier-number-taken"), Refused("national-number") or what
    `parse_enterprise_number` refuses.
    """
    form = LegalForm(legal_form)
    number = _number(form, enterprise_number)
    refuse_national_number(name=name)
    with transaction.atomic():
        if number and Identifier.objects.filter(scheme=ENTERPRISES, value=number).exists():
            raise Refused("dossier-number-taken")
        organisation = Organisation.objects.create(
            slug=f"{slugify(name)[:60] or form}-{uuid4().hex[:8]}",
            name={user.language: name},
            kind=KINDS[form],
            country="BE",
            published=False,
        )
        if number:
            Identifier.objects.create(organisation=organisation, scheme=ENTERPRISES, value=number)
        now = timezone.now()
        dossier = Dossier.objects.create(
            organisation=organisation, legal_form=form, name=name, opened_at=now, changed_at=now
        )
        if managed:
            DossierMember.objects.create(dossier=dossier, user=user, right=Right.MANAGE, since=now)
        write_line("dossiers.open", dossier, actor=user, form=form.value)
    return dossier


def dossier_of(organisation: Organisation) -> Dossier:
    """The dossier of an organisation that is here; one that is the city's alone gets it now, with nobody inside."""
    now = timezone.now()
    dossier, _ = Dossier.objects.get_or_create(
        organisation=organisation,
        defaults={
            "legal_form": FORMS.get(Kind(organisation.kind), LegalForm.OTHER),
            "name": str(organisation.name),
            "acronym": organisation.acronym,
            "opened_at": now,
            "changed_at": now,
        },
    )
    return dossier


def _number(form: LegalForm, text: str) -> str:
    if form == LegalForm.DE_FACTO:
        return ""
    if not text.strip():
        raise Refused("dossier-number-missing")
    return parse_enterprise_number(text)
