"""Make the bodies and seats of a merged organisation point at the one kept."""

from jumelage.city.governance.models import Body, Mandate
from jumelage.city.organisations.models import Organisation


def repoint_organisation(double: Organisation, kept: Organisation) -> None:
    """What is `double`'s becomes `kept`'s; to be called in the transaction of the merge, which journals."""
    Body.objects.filter(organisation=double).update(organisation=kept)
    Mandate.objects.filter(organisation=double).update(organisation=kept)
