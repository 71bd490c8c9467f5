"""An application read under lock, so that two acts on it happen one after the other."""

from jumelage.programmes.applications.models import Application

_AROUND = ("call__current__form_version", "track", "organisation", "form_version__form")


def locked(application: Application) -> Application:
    """The row as it is now, kept from others until the end of the act. To be called inside a transaction."""
    found = Application.objects.select_for_update(of=("self",)).select_related(*_AROUND)
    return found.get(pk=application.pk)
