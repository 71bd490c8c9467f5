"""Give one named person a code to deposit after the hour, and take it back."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.choices import Exemption, Letter
from jumelage.programmes.applications.models import Application, LateCode
from jumelage.programmes.applications.permissions import may_handle
from jumelage.programmes.applications.queries.deadlines import deadline_of
from jumelage.programmes.applications.queries.people import language_of, members_of
from jumelage.programmes.applications.services.exchange.queue_mail import queue_mail
from jumelage.programmes.calls.models import Call


def give_late_code(
    call: Call,
    values: dict[str, Any],
    *,
    user: Any,
    now: datetime,
    application: Application | None = None,
) -> LateCode:
    """A code for `values`: "name", "email", "reason" (an `Exemption`), "explanation", "expires_at".

    For one draft, to somebody who works on it, when `application` is given, else for a draft that the person starts.
    It goes out by mail at once; asked for twice in the same words, it is given once. Raises
    Refused("application-not-allowed"), Refused("explanation-missing"), Refused("expiry-past"),
    Refused("reason-not-listed"), Refused("expiry-before-deadline") or Refused("late-code-stranger").
    """
    _check(values, user=user, now=now)
    _check_use(call, application, values)
    with transaction.atomic():
        # Two clicks wait for each other here.
        Call.objects.select_for_update().get(pk=call.pk)
        standing = LateCode.objects.filter(spent_at=None, withdrawn_at=None, given_by=user)
        if same := standing.filter(call=call, application=application, **values).first():
            return same
        late = LateCode.objects.create(
            call=call, application=application, given_by=user, given_at=now, **values
        )
        write_line(
            "applications.give-late-code",
            application or call,
            actor=user,
            reason=late.reason,
            late_code=late.pk,
        )
        _send(late, now=now)
    return late


def _send(late: LateCode, *, now: datetime) -> None:
    """Mail the code, in the language of the person: of their account, of the draft, or that in which calls begin."""
    application = late.application
    otherwise = application.language if application else settings.REQUIRED_LANGUAGES[0]
    queue_mail(
        application,
        Letter.LATE_CODE,
        to=[(late.email, language_of(late.email, otherwise=otherwise))],
        occasion=f"late-code-{late.pk}",
        now=now,
        late_code=late.pk,
    )


def _check(values: dict[str, Any], *, user: Any, now: datetime) -> None:
    if not may_handle(user):
        raise Refused("application-not-allowed")
    if not str(values["explanation"]).strip():
        raise Refused("explanation-missing")
    if values["expires_at"] <= now:
        raise Refused("expiry-past")
    if values["reason"] not in Exemption.values:
        raise Refused("reason-not-listed")


def _check_use(call: Call, application: Application | None, values: dict[str, Any]) -> None:
    """Refuse a code that could open nothing: over before the deadline, or for somebody who never sees the draft."""
    closes_at = deadline_of(call).closes_at
    if closes_at and values["expires_at"] <= closes_at:
        raise Refused("expiry-before-deadline")
    if application:
        known = [member.user.email for member in members_of(application)]
        if values["email"].casefold() not in {email.casefold() for email in known}:
            raise Refused("late-code-stranger", email=values["email"], known=", ".join(known))


def withdraw_late_code(late: LateCode, *, user: Any, now: datetime) -> None:
    """Take back a code that no deposit has spent.

    Raises Refused("application-not-allowed") or Refused("late-code-spent").
    """
    if not may_handle(user):
        raise Refused("application-not-allowed")
    with transaction.atomic():
        open_codes = LateCode.objects.filter(pk=late.pk, spent_at=None, withdrawn_at=None)
        if not open_codes.update(withdrawn_at=now):
            raise Refused("late-code-spent")
        record = late.application or late.call
        write_line("applications.withdraw-late-code", record, actor=user, late_code=late.pk)
