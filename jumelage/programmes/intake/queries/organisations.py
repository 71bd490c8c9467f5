"""Which organisation sent a paper application."""

import re

from jumelage.city.dossiers.choices import LegalForm
from jumelage.city.dossiers.models import Dossier
from jumelage.city.organisations.choices import ENTERPRISES
from jumelage.city.organisations.models import Organisation
from jumelage.city.organisations.queries import by_identifier
from jumelage.foundation.kernel.enterprise_number import parse_enterprise_number
from jumelage.foundation.kernel.folding import fold


def organisation_named(
    *, name: str, enterprise_number: str, legal_form: str
) -> Organisation | None:
    """Who holds this number, doubles followed, or, of a de facto association, which has none, whose dossier has this
    name; None: not here. Raises what `parse_enterprise_number` refuses.
    """
    if legal_form == LegalForm.DE_FACTO:
        first = re.split(r"\s", name.strip(), maxsplit=1)[0]
        alike = Dossier.objects.filter(legal_form=legal_form, name__icontains=first)
        same = [one for one in alike.select_related("organisation") if fold(one.name) == fold(name)]
        return same[0].organisation if same else None
    if not enterprise_number.strip():
        return None
    found = by_identifier(ENTERPRISES, parse_enterprise_number(enterprise_number))
    return found.merged_into or found if found else None
