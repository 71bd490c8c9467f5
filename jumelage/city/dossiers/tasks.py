"""Deliveries of the room, made after the answer."""

from jumelage.city.dossiers import notices
from jumelage.city.dossiers.choices import RequestState
from jumelage.city.dossiers.models import AccessRequest, Dossier, DossierDocument, DossierInvitation
from jumelage.city.dossiers.queries import managers_of, members_of
from jumelage.foundation.accounts.models import User
from jumelage.foundation.kernel.background import task


@task
def tell_access_asked(number: int) -> None:
    """Write to the managers that somebody asks for access (by number of the request), while it is open."""
    asked = AccessRequest.objects.filter(pk=number, state=RequestState.OPEN).first()
    dossier = asked and Dossier.objects.filter(organisation=asked.organisation_id).first()
    if asked and dossier:
        for manager in managers_of(dossier):
            notices.access_asked(manager.user, dossier).send()


@task
def tell_access_decided(number: int) -> None:
    """Write to who asked (by number of the request) what was decided; nobody when their account is gone."""
    asked = AccessRequest.objects.select_related("user", "organisation").get(pk=number)
    if asked.user.is_active:
        notices.access_decided(asked).send()


@task
def tell_invited(number: int) -> None:
    """Write to the address invited (by number of the invitation), while it is open."""
    found = DossierInvitation.objects.select_related("dossier", "invited_by")
    invitation = found.filter(pk=number, answered_at=None).first()
    if invitation:
        notices.invited(invitation).send()


@task
def tell_manager_appointed(number: int, person: int) -> None:
    """Write to all members of the dossier (by number) that the city appointed `person` (by number)."""
    dossier, appointed = Dossier.objects.get(pk=number), User.objects.get(pk=person)
    for member in members_of(dossier):
        notices.manager_appointed(member.user, dossier, appointed).send()


@task
def tell_handed_over(number: int, heir: int, former: int) -> None:
    """Write to `heir` that `former` (both by number of the person) handed the dossier over to them."""
    dossier, person = Dossier.objects.get(pk=number), User.objects.get
    notices.handed_over(person(pk=heir), dossier, person(pk=former)).send()


@task
def tell_document_refused(number: int) -> None:
    """Write to those who write the dossier that a document (by number) is asked for again."""
    document = DossierDocument.objects.select_related("dossier").get(pk=number)
    for member in members_of(document.dossier):
        if member.right != "view":
            notices.document_refused(member.user, document).send()
