"""Where a publication stands before the gate."""

from datetime import date

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.programmes.atrisk.models import AdoptedPerson, Approval, Publication
from jumelage.programmes.atrisk.rules.publication import Ground, check_approved, check_ground


def publication_of(person: AdoptedPerson) -> Publication | None:
    """On what showing `person` rests, with its source; None when nobody said."""
    return Publication.objects.select_related("source").filter(person=person).first()


def ground_of(publication: Publication | None) -> Ground | None:
    """The same as the rule reads it."""
    if publication is None:
        return None
    return Ground(
        basis=publication.basis,
        source=str(publication.source.title),
        source_address=publication.source.address,
        source_voice=publication.source.voice,
        pinned=bool(publication.pinpoint),
        consent_by=publication.consent_by,
        consent_on=publication.consent_on,
        scope=publication.scope,
        expires_on=publication.expires_on,
        risk_note=publication.risk_note,
    )


def lacks(person: AdoptedPerson, *, today: date) -> str:
    """What the publication of `person` still lacks, in words; "" when it may be published now.

    A stopped person lacks the lifting of the stop: the words of Refused("atrisk-stopped").
    """
    if person.stopped:
        return sentence(Refused("atrisk-stopped"))
    publication = publication_of(person)
    try:
        check_ground(ground_of(publication), today=today)
        check_approved(
            Approval.objects.filter(publication=publication).values_list("by_id", flat=True)
        )
    except Refused as refusal:
        return sentence(refusal)
    return ""
