"""Change what a dossier says of the organisation itself."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from jumelage.city.dossiers.choices import LegalForm
from jumelage.city.dossiers.models import Dossier
from jumelage.city.dossiers.rules.national_number import refuse_national_number
from jumelage.city.dossiers.services.content.open_dossier import KINDS
from jumelage.city.organisations.choices import ENTERPRISES
from jumelage.city.organisations.models import Identifier
from jumelage.foundation.audit.services.set_values import set_values
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.enterprise_number import parse_enterprise_number
from jumelage.foundation.kernel.errors import Refused


def keep_dossier(dossier: Dossier, values: dict[str, Any], *, version: int, actor: Any) -> Dossier:
    """The dossier with `values`: fields of `Dossier`, and `enterprise_number` as it was typed.

    `version` is the one that the writer saw. An organisation that is not public takes the dossier's name and number;
    of a public one, the city keeps both. Raises Refused("dossier-changed"), Refused("dossier-number-missing"),
    Refused("dossier-number-fixed"), Refused("dossier-number-taken"), Refused("national-number"), ValidationError or
    what `parse_enterprise_number` refuses.
    """
    own = {name: value for name, value in values.items() if name != "enterprise_number"}
    # A telephone number with its country may have eleven digits too.
    spoken = {name: value for name, value in own.items() if name != "phone"}
    texts = {name: value for name, value in spoken.items() if isinstance(value, str)}
    refuse_national_number(**texts)
    with transaction.atomic():
        kept = Dossier.objects.select_for_update().select_related("organisation").get(pk=dossier.pk)
        if kept.version != version:
            raise Refused("dossier-changed")
        changed = set_values(kept, own)
        if "enterprise_number" in values and _keep_number(kept, values["enterprise_number"]):
            changed.append("enterprise_number")
        if changed:
            _follow(kept, actor)
            kept.version += 1
            kept.changed_at = timezone.now()
            kept.save(update_fields=["version", "changed_at"])
            write_line("dossiers.keep", kept, actor=actor, fields=sorted(changed))
    return kept


def _keep_number(dossier: Dossier, text: str) -> bool:
    """Whether the number of the organisation really changed."""
    held = dossier.organisation.identifiers.filter(scheme=ENTERPRISES).first()
    old, de_facto = held.value if held else "", dossier.legal_form == LegalForm.DE_FACTO
    if not text.strip() and not de_facto:
        raise Refused("dossier-number-missing")
    number = parse_enterprise_number(text) if text.strip() and not de_facto else ""
    if number == old:
        return False
    if dossier.organisation.published and old:
        raise Refused("dossier-number-fixed")
    if number and Identifier.objects.filter(scheme=ENTERPRISES, value=number).exists():
        raise Refused("dossier-number-taken")
    if held:
        held.delete()
    if number:
        Identifier.objects.create(
            organisation=dossier.organisation, scheme=ENTERPRISES, value=number
        )
    return True


def _follow(dossier: Dossier, actor: Any) -> None:
    """An organisation that visitors do not see is called as its dossier says."""
    organisation = dossier.organisation
    if not organisation.published:
        organisation.name = {actor.language: dossier.name}
        organisation.acronym = dossier.acronym
        organisation.kind = KINDS[LegalForm(dossier.legal_form)]
        organisation.save(update_fields=["name", "acronym", "kind"])
