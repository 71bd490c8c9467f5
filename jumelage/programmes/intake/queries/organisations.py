"""Which organisation sent a paper application."""

import re

from jumelage.city.dossiers.choices import LegalForm
from jumelage.city.dossiers.models import Dossier
from jumelage.city.organisations.choices import ENTERPRISES
from jumelage.foundation.kernel.enterprise_number import parse_enterprise_number
from jumelage.foundation.kernel.folding import fold


def dossier_named(*, name: str, enterprise_number: str, legal_form: str) -> Dossier | None:
    """The dossier with this number, or, of a de facto association, which has none, with this name; None: not here.

    Raises what `parse_enterprise_number` refuses.
    """
    found = Dossier.objects.select_related("organisation")
    if legal_form == LegalForm.DE_FACTO:
        first = re.split(r"\s", name.strip(), maxsplit=1)[0]
        alike = found.filter(legal_form=legal_form, name__icontains=first)
        return next((one for one in alike if fold(one.name) == fold(name)), None)
    if not enterprise_number.strip():
        return None
    number = parse_enterprise_number(enterprise_number)
    identified = {
        "organisation__identifiers__scheme": ENTERPRISES,
        "organisation__identifiers__value": number,
    }
    return found.filter(**identified).first()
