"""Where a publication stands before the gate."""

from jumelage.programmes.atrisk.models import AdoptedPerson, Publication
from jumelage.programmes.atrisk.rules.publication import Ground


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
