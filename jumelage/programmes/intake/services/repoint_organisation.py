"""Make the applications of a merged organisation point at the one kept."""

from jumelage.city.organisations.models import Organisation
from jumelage.programmes.applications.models import Application


def repoint_organisation(double: Organisation, kept: Organisation) -> None:
    """What is written or deposited for `double` is for `kept`, which has its dossier now: else nobody could deposit it.

    What was frozen stays as it was. To be called in the transaction of the merge, which journals.
    """
    Application.objects.filter(organisation=double).update(organisation=kept)
