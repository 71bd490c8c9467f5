"""When two organisations are one, so are their dossiers: nothing of the double is lost."""

from typing import Any

from django.utils import timezone

from jumelage.city.dossiers.choices import Departure, RequestState, Right
from jumelage.city.dossiers.models import AccessRequest, Dossier
from jumelage.city.organisations.models import Organisation

_OWN = ("acronym", "purpose", "founded_year", "persons_count", "email", "phone", "website")


def merge_dossiers(double: Organisation, kept: Organisation) -> None:
    """Move the dossier of `double` and the requests for it to `kept`, inside the transaction of the merge.

    Where both have one: what stands in the kept dossier wins, gaps are filled, accounts, people, documents, checks and
    members come along (members and accounts once, with the greater right), and the double's dossier goes.
    """
    _move_requests(double, kept)
    dossiers = Dossier.objects.select_for_update().filter(organisation__in=[double, kept])
    found = {one.organisation_id: one for one in dossiers}
    old, new = found.get(double.pk), found.get(kept.pk)
    if old is None:
        return
    if new is None:
        old.organisation = kept
        old.save(update_fields=["organisation"])
        return
    _fill(old, new)
    _move_accounts(old, new)
    _move_members(old, new)
    _move_invitations(old, new)
    held = set(new.addresses.values_list("kind", flat=True))
    old.addresses.exclude(kind__in=held).update(dossier=new)
    for rows in (old.officers, old.documents, old.register_checks):
        rows.update(dossier=new)
    old.delete()


def _fill(old: Dossier, new: Dossier) -> None:
    for name in _OWN:
        if getattr(new, name) in {"", None}:
            setattr(new, name, getattr(old, name))
    new.version += 1
    new.changed_at = timezone.now()
    new.save()


def _move_accounts(old: Dossier, new: Dossier) -> None:
    held = {one.iban: one for one in new.accounts.all()}
    chosen = any(one.preferred for one in held.values())
    for account in old.accounts.all():
        if account.iban in held:
            account.proofs.update(account=held[account.iban])
            continue
        account.dossier, account.preferred = new, account.preferred and not chosen
        account.save(update_fields=["dossier", "preferred"])


def _move_members(old: Dossier, new: Dossier) -> None:
    steps = list(Right.values)
    held = {one.user_id: one for one in new.members.filter(ended_at=None)}
    for member in old.members.all():
        twin: Any = held.get(member.user_id) if member.ended_at is None else None
        if twin:
            twin.right = max(twin.right, member.right, key=steps.index)
            twin.save(update_fields=["right"])
            member.ended_at, member.departure = timezone.now(), Departure.MERGED
        member.dossier = new
        member.save(update_fields=["dossier", "ended_at", "departure"])


def _move_invitations(old: Dossier, new: Dossier) -> None:
    held = set(new.invitations.filter(answered_at=None).values_list("email", flat=True))
    old.invitations.filter(answered_at=None, email__in=held).update(answered_at=timezone.now())
    old.invitations.update(dossier=new)


def _move_requests(double: Organisation, kept: Organisation) -> None:
    asked = AccessRequest.objects.filter(organisation=kept, state=RequestState.OPEN)
    twice = AccessRequest.objects.filter(
        organisation=double, state=RequestState.OPEN, user__in=asked.values("user")
    )
    twice.update(state=RequestState.WITHDRAWN, decided_at=timezone.now())
    AccessRequest.objects.filter(organisation=double).update(organisation=kept)
