"""Make the bodies of a merged organisation point at the one kept."""

from jumelage.city.governance.models import Body
from jumelage.city.organisations.models import Organisation


def repoint_organisation(double: Organisation, kept: Organisation) -> None:
    """Bodies of `double` become bodies of `kept`; to be called in the transaction of the merge, which journals."""
    Body.objects.filter(organisation=double).update(organisation=kept)
