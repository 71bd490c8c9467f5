"""What becomes of somebody's access when they erase their account."""

from typing import Any

from django.utils import timezone

from jumelage.city.dossiers.choices import Departure, RequestState
from jumelage.city.dossiers.models import AccessRequest, DossierInvitation, DossierMember


def forget_person(person: Any) -> None:
    """End the memberships of `person`, take their questions back and empty what they wrote, inside the transaction.

    The dossier belongs to the organisation and stays; one that nobody manages any more waits for the clerks.
    """
    now = timezone.now()
    asked = AccessRequest.objects.filter(user=person)
    asked.filter(state=RequestState.OPEN).update(state=RequestState.WITHDRAWN, decided_at=now)
    asked.update(because="")  # First: who grants one at this moment is waited for.
    current = DossierMember.objects.filter(user=person, ended_at=None)
    current.update(ended_at=now, departure=Departure.ERASED)
    DossierInvitation.objects.filter(email__iexact=person.email).delete()
