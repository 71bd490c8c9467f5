"""Note that somebody who may write has the draft in hand: the grace period asks for it."""

from datetime import datetime

from jumelage.programmes.applications.models import Application
from jumelage.programmes.applications.permissions import Deed
from jumelage.programmes.applications.queries.deadlines import deadline_of
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applications.rules.deadline import is_worth_noting
from jumelage.programmes.applications.rules.lifecycle import WRITABLE


def note_use(access: Access, *, now: datetime) -> None:
    """Keep the hour of a page view of a draft, once a minute, and never after the call's hour."""
    application = access.application
    if not access.may(Deed.WRITE) or application.state not in WRITABLE:
        return
    if is_worth_noting(deadline_of(application.call), application.active_at, now=now):
        Application.objects.filter(pk=application.pk).update(active_at=now)
        application.active_at = now
