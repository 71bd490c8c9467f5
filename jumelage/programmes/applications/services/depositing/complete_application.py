"""Send what the service asked to complete: frozen beside the deposit, whose number stays."""

from datetime import datetime
from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.choices import Channel, Letter
from jumelage.programmes.applications.models import Application, CompletionWindow
from jumelage.programmes.applications.permissions import Deed
from jumelage.programmes.applications.queries.answers import draft_of
from jumelage.programmes.applications.queries.deadlines import open_window
from jumelage.programmes.applications.queries.deposits import completions_of, content_of
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applications.queries.freezing import frozen
from jumelage.programmes.applications.queries.writing import locked_for
from jumelage.programmes.applications.rules.content import canonical, differs, digest_of
from jumelage.programmes.applications.rules.deadline import check_window
from jumelage.programmes.applications.rules.lifecycle import next_state
from jumelage.programmes.applications.services.exchange.queue_mail import queue_to_members
from jumelage.programmes.applications.signals import application_deposited


def complete_application(access: Access, *, user: Any, now: datetime) -> CompletionWindow:
    """The completion, sent and frozen; a second time gives the one that was sent.

    Raises Refused("application-not-allowed"), Refused("application-state"), Refused("window-missing"),
    Refused("window-closed"), Refused("application-incomplete") or Refused("completion-unchanged").
    """
    if not access.may(Deed.DEPOSIT):
        raise Refused("application-not-allowed")
    with transaction.atomic():
        application = locked_for(access)
        next_state(application.state, "complete")
        window = open_window(application)
        if window is None:
            return _sent(application)
        check_window(window.until, now=now)
        draft = draft_of(application)
        if draft.left and application.channel == Channel.ONLINE:
            raise Refused("application-incomplete", count=draft.left)
        content = frozen(draft, declaration=window.deposit.declaration)
        if not differs(content_of(application) or {}, content, window.fields):
            raise Refused("completion-unchanged")
        window.content = canonical(content)
        window.sha256 = digest_of(window.content)
        window.completed_at, window.completed_by = now, user
        window.save()
        application.title = draft.title
        application.save(update_fields=["title"])
        write_line(
            "applications.complete",
            application,
            actor=user,
            number=window.deposit.number,
            sha256=window.sha256,
        )
        queue_to_members(application, Letter.COMPLETED, occasion=str(window.pk), now=now)
        application_deposited.send(sender=Application, application=application)
    return window


def _sent(application: Application) -> CompletionWindow:
    """What was sent already, for a second click."""
    last = next(iter(completions_of(application)), None)
    if last is None or last.completed_at is None:
        raise Refused("window-missing")
    return last
