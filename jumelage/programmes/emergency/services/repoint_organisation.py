"""Make the aid of a merged organisation point at the one kept."""

from jumelage.city.organisations.models import Organisation
from jumelage.programmes.emergency.models import Response


def repoint_organisation(double: Organisation, kept: Organisation) -> None:
    """Partners that are `double` become `kept`; to be called in the transaction of the merge, which journals."""
    for response in Response.objects.filter(partners=double):
        response.partners.remove(double)
        response.partners.add(kept)
