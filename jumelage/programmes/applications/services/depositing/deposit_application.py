"""Deposit an application: the one act that makes it count."""

from datetime import datetime
from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.choices import Channel, Ground, Letter, State
from jumelage.programmes.applications.models import Application, Counter, Deposit
from jumelage.programmes.applications.queries.answers import Draft, draft_of
from jumelage.programmes.applications.queries.deadlines import standing_code
from jumelage.programmes.applications.queries.deposits import standing_deposit
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applications.queries.freezing import frozen
from jumelage.programmes.applications.queries.writing import check_depositable, locked_for
from jumelage.programmes.applications.rules.content import canonical, digest_of
from jumelage.programmes.applications.rules.deadline import Door
from jumelage.programmes.applications.rules.lifecycle import next_state
from jumelage.programmes.applications.rules.numbering import number_of
from jumelage.programmes.applications.services.exchange.queue_mail import queue_to_members
from jumelage.programmes.applications.signals import application_deposited

_GROUNDS = {Door.OPEN: Ground.ON_TIME, Door.GRACE: Ground.GRACE, Door.LATE_CODE: Ground.LATE_CODE}


def deposit_application(
    access: Access, *, user: Any, key: str, declaration: str, now: datetime
) -> Deposit:
    """The deposit of the application, with its number; `key` names the page on which the button stood.

    The same page sent twice, or a second page while one deposit stands, gives the deposit that there is.
    Raises Refused("deposit-key"), Refused("declaration-missing"), Refused("form-moved-on"),
    Refused("application-incomplete"), Refused("application-state") or what `check_depositable` refuses.
    """
    if not key:
        raise Refused("deposit-key")
    with transaction.atomic():
        application = locked_for(access)
        if known := _known(application, key):
            return known
        door = check_depositable(application, access, now=now)
        if not declaration:
            raise Refused("declaration-missing")
        state = next_state(application.state, "deposit")
        if application.form_version_id != _form_of(application):
            raise Refused("form-moved-on")
        draft = draft_of(application)
        deposit = _freeze(draft, user=user, key=key, declaration=declaration, now=now)
        deposit.ground, deposit.late_code = _ground(application, door, now=now)
        deposit.save()
        application.state = state
        application.title = draft.title
        application.save(update_fields=["state", "title"])
        write_line(
            "applications.deposit",
            application,
            actor=user,
            number=deposit.number,
            sha256=deposit.sha256,
            ground=deposit.ground,
        )
        queue_to_members(application, Letter.RECEIPT, occasion=deposit.number, now=now)
        application_deposited.send(sender=Application, application=application)
    return deposit


def _known(application: Application, key: str) -> Deposit | None:
    if application.state == State.DEPOSITED:
        return standing_deposit(application)
    return application.deposits.filter(key=key).first()


def _form_of(application: Application) -> int | None:
    """The version of the form that the call now uses; the draft is moved along when its people next open it."""
    publication = application.call.current
    return publication.form_version_id if publication else application.form_version_id


def _freeze(draft: Draft, *, user: Any, key: str, declaration: str, now: datetime) -> Deposit:
    application = draft.application
    # What came on paper came as it is: what it lacks is asked for afterwards.
    if draft.left and application.channel == Channel.ONLINE:
        raise Refused("application-incomplete", count=draft.left)
    content = canonical(frozen(draft, declaration=declaration))
    year = application.call.year
    sequence = _next(year)
    return Deposit(
        application=application,
        number=number_of(year=year, sequence=sequence),
        year=year,
        sequence=sequence,
        key=key,
        at=now,
        by=user,
        form_version=application.form_version,
        declaration=declaration,
        content=content,
        sha256=digest_of(content),
    )


def _next(year: int) -> int:
    """The next number of the year; the row's lock puts depositors in a queue."""
    Counter.objects.get_or_create(year=year)
    counter = Counter.objects.select_for_update().get(year=year)
    counter.last += 1
    counter.save(update_fields=["last"])
    return counter.last


def _ground(application: Application, door: Door, *, now: datetime) -> tuple[Ground, Any]:
    """Why the deposit was allowed; the late code that opened the door is spent by it."""
    if application.channel != Channel.ONLINE:
        return Ground.INTAKE, None
    code = standing_code(application)
    if code is None or door != Door.LATE_CODE:
        return _GROUNDS[door], None
    code.spent_at = now
    code.save(update_fields=["spent_at"])
    return Ground.LATE_CODE, code
