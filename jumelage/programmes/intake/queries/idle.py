"""Dossiers that nobody manages and with which nothing was asked: to be announced, to be erased."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Exists, F, Max, OuterRef, QuerySet

from jumelage.city.dossiers.choices import RequestState, Right
from jumelage.city.dossiers.models import AccessRequest, Dossier, DossierMember
from jumelage.city.dossiers.queries import members_of
from jumelage.city.organisations.models import Identifier, Organisation
from jumelage.programmes.applications.models import Application
from jumelage.programmes.intake.rules.idleness import idle_until, standing_warning

# What goes with a dossier; whatever else points at its organisation keeps both.
_OWN = {Dossier, Identifier, AccessRequest}


@dataclass(frozen=True)
class Idle:
    """A dossier, when it is to be erased, and when its people were warned of that."""

    dossier: Dossier
    erased_at: datetime
    warned_at: datetime | None


def unused_dossiers() -> QuerySet[Dossier]:
    """Dossiers of organisations that are not public, that nobody manages or asks for, and at whose organisation no
    application and no other record points. Each carries `left_at`, when its last member left.
    """
    managers = DossierMember.objects.filter(
        dossier=OuterRef("pk"), ended_at=None, right=Right.MANAGE
    )
    found = Dossier.objects.filter(
        ~Exists(managers), ~Exists(_requests()), organisation__published=False
    )
    for relation in Organisation._meta.related_objects:
        if relation.related_model not in _OWN:
            rows = relation.related_model._base_manager.all()
            pointing = rows.filter(**{relation.field.name: OuterRef("organisation")})
            found = found.exclude(Exists(pointing))
    return found.annotate(left_at=Max("members__ended_at")).order_by("pk")


def untouched_dossiers() -> QuerySet[Dossier]:
    """Dossiers in which nobody ever was or wrote a word, that nobody asks to enter, and of whose organisation no
    application is here.
    """
    sent = Application.objects.filter(organisation=OuterRef("organisation"))
    found = Dossier.objects.filter(~Exists(_requests()), ~Exists(sent), changed_at=F("opened_at"))
    for relation in Dossier._meta.related_objects:
        rows = relation.related_model._base_manager.all()
        found = found.exclude(Exists(rows.filter(**{relation.field.name: OuterRef("pk")})))
    return found


def hold_dossier(organisation: Any) -> None:
    """Until the end of the act nobody writes in the dossier of the organisation of that number, nor asks to enter.

    To be called before the act writes into the journal. 2 queries.
    """
    Organisation.objects.select_for_update().filter(pk=organisation).first()
    Dossier.objects.select_for_update().filter(organisation=organisation).first()


def idle_dossiers() -> list[Idle]:
    """Each of them, with the moments that count. 1 query."""
    found = []
    for dossier in unused_dossiers().select_related("organisation"):
        left_at: datetime | None = dossier.left_at  # type: ignore[attr-defined]
        last_sign = max(dossier.changed_at, left_at or dossier.changed_at)
        warned_at = standing_warning(dossier.retention_warned_at, last_sign=last_sign)
        found.append(Idle(dossier, idle_until(last_sign), warned_at))
    return found


def addresses_of(dossier: Dossier) -> dict[str, list[str]]:
    """Every e-mail address that the dossier knows, with the languages in which it is written to: its member's own, else
    all those of the city. 2 queries.
    """
    known = [dossier.email, *dossier.officers.values_list("email", flat=True)]
    every = list(settings.REQUIRED_LANGUAGES)
    found = {address.lower(): every for address in known if address}
    members = [one.user for one in members_of(dossier) if one.user.is_active]
    return found | {user.email.lower(): [user.language] for user in members}


def _requests() -> QuerySet[AccessRequest]:
    """Who asks to be let into the dossier and has no answer yet."""
    return AccessRequest.objects.filter(
        organisation=OuterRef("organisation"), state=RequestState.OPEN
    )
