"""An application read under lock, so that two acts on it happen one after the other."""

from jumelage.programmes.applications.models import Application

# What every page and every act looks at. No more: on the last evening hundreds ask this at once.
AROUND = ("call__current", "track", "organisation", "form_version")


def locked(application: Application) -> Application:
    """The row as it is now, kept from others until the end of the act. To be called inside a transaction."""
    found = Application.objects.select_for_update(of=("self",)).select_related(*AROUND)
    return found.get(pk=application.pk)
