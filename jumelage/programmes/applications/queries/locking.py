"""An application read under lock, so that two acts on it happen one after the other."""

from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.models import Application

# What every page and every act looks at. No more: on the last evening hundreds ask this at once.
AROUND = ("call__current", "track", "organisation", "form_version")


def locked(application: Application) -> Application:
    """The row as it is now, kept from others until the end of the act; Refused("application-gone") when it was erased.

    To be called inside a transaction.
    """
    asked = Application.objects.select_for_update(of=("self",)).select_related(*AROUND)
    found = asked.filter(pk=application.pk).first()
    # PostgreSQL waited, then joined what stood before: a row that points elsewhere now is lost. It is ours: read again.
    if found is None or found.organisation_id != getattr(found.organisation, "pk", None):
        found = asked.filter(pk=application.pk).first()
    if found is None:
        raise Refused("application-gone")
    return found
