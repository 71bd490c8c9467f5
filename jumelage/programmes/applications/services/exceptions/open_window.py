"""Ask for a completion: re-open the fields asked for, and no other; and close it again."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.questionnaires.queries.forms import definition_of
from jumelage.programmes.applications.choices import Letter, State, WindowReason
from jumelage.programmes.applications.models import Application, CompletionWindow
from jumelage.programmes.applications.permissions import Deed
from jumelage.programmes.applications.queries.answers import DOCUMENT
from jumelage.programmes.applications.queries.deadlines import open_window
from jumelage.programmes.applications.queries.deposits import standing_deposit
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applications.queries.writing import locked_for
from jumelage.programmes.applications.services.exchange.queue_mail import queue_to_members


def open_completion(
    access: Access,
    fields: Collection[str],
    *,
    reason: str,
    message: str,
    until: datetime,
    user: Any,
    now: datetime,
) -> CompletionWindow:
    """Re-open `fields` of a deposited application until `until`; everybody who works on it gets a mail with `message`.

    Asked for twice in the same words, it is opened once.
    Raises Refused("application-not-allowed"), Refused("application-state"), Refused("window-open"),
    Refused("fields-missing"), Refused("explanation-missing"), Refused("expiry-past") or Refused("reason-not-listed").
    """
    _check(access, reason=reason, message=message, until=until, now=now)
    with transaction.atomic():
        application = locked_for(access)
        deposit = standing_deposit(application)
        if application.state != State.DEPOSITED or deposit is None:
            raise Refused("application-state")
        if window := open_window(application):
            return _same(window, user=user, reason=reason, message=message, until=until)
        window = CompletionWindow.objects.create(
            application=application,
            deposit=deposit,
            fields=_known(application, fields),
            reason=reason,
            message=message,
            opened_by=user,
            opened_at=now,
            until=until,
        )
        details = {"reason": reason, "fields": window.fields}
        write_line("applications.ask-completion", application, actor=user, **details)
        queue_to_members(application, Letter.COMPLETION, occasion=str(window.pk), now=now)
    return window


def _check(access: Access, *, reason: str, message: str, until: datetime, now: datetime) -> None:
    if not access.may(Deed.EXEMPT):
        raise Refused("application-not-allowed")
    if not message.strip():
        raise Refused("explanation-missing")
    if until <= now:
        raise Refused("expiry-past")
    if reason not in WindowReason.values:
        raise Refused("reason-not-listed")


def _same(window: CompletionWindow, *, user: Any, **asked: Any) -> CompletionWindow:
    """The window that is open already, when this person asked for it in these words."""
    differs = any(getattr(window, name) != value for name, value in asked.items())
    if differs or window.opened_by_id != user.pk:
        raise Refused("window-open")
    return window


def close_completion(access: Access, *, user: Any, now: datetime) -> None:
    """Close the open completion without waiting; what was written in it and not sent stays out of the deposit.

    Raises Refused("application-not-allowed") or Refused("window-missing").
    """
    if not access.may(Deed.EXEMPT):
        raise Refused("application-not-allowed")
    with transaction.atomic():
        application = locked_for(access)
        window = open_window(application)
        if window is None:
            raise Refused("window-missing")
        window.closed_at = now
        window.save(update_fields=["closed_at"])
        write_line("applications.close-completion", application, actor=user)


def _known(application: Application, fields: Collection[str]) -> list[str]:
    definition = definition_of(application.form_version)
    slugs = application.call.asked_documents.values_list("slug", flat=True)
    known = [code for code, field in definition.by_code.items() if field.asks]
    known += [f"{DOCUMENT}{slug}" for slug in slugs]
    found = [code for code in known if code in fields]
    if not found:
        raise Refused("fields-missing")
    return found
