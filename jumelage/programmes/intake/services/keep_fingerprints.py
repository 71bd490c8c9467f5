"""Keep by what a deposited application can be found again."""

from django.db import transaction

from jumelage.programmes.applications.models import Application, Fingerprint
from jumelage.programmes.applications.queries.deposits import content_of
from jumelage.programmes.intake.queries.marks import fingerprints_in


def keep_fingerprints(application: Application) -> int:
    """Replace the fingerprints of `application` by those of what stands deposited now; how many there are.

    One that holds no deposit has none. It is no act of anybody: the journal tells of the deposit.
    """
    with transaction.atomic():
        application.fingerprints.all().delete()
        found = fingerprints_in(content_of(application) or {})
        Fingerprint.objects.bulk_create(
            Fingerprint(application=application, kind=kind, value=value) for kind, value in found
        )
    return len(found)
