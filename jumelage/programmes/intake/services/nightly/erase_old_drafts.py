"""Erase drafts that were never deposited, after the time that the call states and a warning."""

from datetime import datetime

from django.db import transaction

from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.choices import Letter, State
from jumelage.programmes.applications.models import Application
from jumelage.programmes.applications.services.writing.erase_draft import erase_draft
from jumelage.programmes.intake.queries.due import Ageing, ageing_drafts
from jumelage.programmes.intake.rules.reminding import (
    WARNING_DAYS,
    is_erasure_due,
    is_warning_due,
)
from jumelage.programmes.intake.services.nightly.send_reminders import tell_people


def erase_old_drafts(*, now: datetime) -> tuple[int, int]:
    """How many drafts were announced, and how many erased with their files; the journal says only that it was done."""
    warned = erased = 0
    for one in ageing_drafts(now):
        if is_erasure_due(one.erased_at, warned_at=one.application.retention_warned_at, now=now):
            erased += _erase(one.application)
        elif one.application.retention_warned_at is None and is_warning_due(one.erased_at, now=now):
            warned += _warn(one, now=now)
    return warned, erased


def _erase(application: Application) -> bool:
    """Whether it was still a draft, and here, once nobody else could touch it."""
    try:
        erase_draft(application, reason="retention")
    except Refused:
        return False
    return True


def _warn(one: Ageing, *, now: datetime) -> bool:
    """Whether its people are told: not of what was deposited or erased meanwhile, which stops no night either."""
    application: Application = one.application
    until = one.erased_if_warned(now, WARNING_DAYS)
    with transaction.atomic():
        still = Application.objects.filter(pk=application.pk, state=State.DRAFT)
        if not still.update(retention_warned_at=now):
            return False
        occasion = until.date().isoformat()
        tell_people(application, Letter.RETENTION, occasion, "until", until, now=now)
    return True
