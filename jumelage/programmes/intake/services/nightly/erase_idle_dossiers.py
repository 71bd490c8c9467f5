"""Erase dossiers that nobody manages and with which nothing was asked, after a warning."""

from datetime import datetime, timedelta

from django.db import transaction

from jumelage.city.dossiers.models import Dossier
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.programmes.intake.queries.idle import (
    Idle,
    addresses_of,
    hold_dossier,
    idle_dossiers,
    unused_dossiers,
)
from jumelage.programmes.intake.rules.reminding import (
    WARNING_DAYS,
    is_erasure_due,
    is_warning_due,
)
from jumelage.programmes.intake.services.erase_dossier import erase_dossier
from jumelage.programmes.intake.tasks import tell_dossier_ageing


def erase_idle_dossiers(*, now: datetime) -> tuple[int, int]:
    """How many dossiers were announced, and how many erased, each with its files and its organisation."""
    warned = erased = 0
    for one in idle_dossiers():
        if is_erasure_due(one.erased_at, warned_at=one.warned_at, now=now):
            erased += _erase(one.dossier)
        elif one.warned_at is None and is_warning_due(one.erased_at, now=now):
            warned += _warn(one, now=now)
    return warned, erased


def _warn(one: Idle, *, now: datetime) -> bool:
    """Whether its people are told: not of what is used again or gone, which stops no night either."""
    dossier = one.dossier
    until = max(one.erased_at, now + timedelta(days=WARNING_DAYS)).isoformat()
    with transaction.atomic():
        unused = unused_dossiers().filter(pk=dossier.pk).values("pk")
        if not Dossier.objects.filter(pk__in=unused).update(retention_warned_at=now):
            return False
        told = addresses_of(dossier)
        for address, languages in told.items():
            tell_dossier_ageing.enqueue(dossier.pk, address, languages, until)
        write_line("dossiers.warn", dossier, told=len(told))
    return True


def _erase(dossier: Dossier) -> bool:
    """Whether it was still unused once nobody else could touch it."""
    with transaction.atomic():
        hold_dossier(dossier.organisation_id)
        if not unused_dossiers().filter(pk=dossier.pk).exists():
            return False
        erase_dossier(dossier, with_organisation=True, reason="retention")
    return True
