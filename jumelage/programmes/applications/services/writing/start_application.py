"""Start an application: a draft, with one person in the lead."""

from datetime import datetime
from typing import Any

from django.db import transaction

from jumelage.city.dossiers import queries as dossiers
from jumelage.city.organisations.models import Organisation
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.questionnaires.models import FormVersion
from jumelage.programmes.applications.choices import Right, State
from jumelage.programmes.applications.models import Application, Member
from jumelage.programmes.applications.queries.deadlines import deadline_of
from jumelage.programmes.applications.rules.deadline import check_start
from jumelage.programmes.applications.services.exceptions.redeem_late_code import (
    find_late_code,
    redeem_late_code,
)
from jumelage.programmes.calls.models import Call, Track

# Drafts that one person may have begun in one call: more are a sign of a stuck button, or of bad faith.
MOST_DRAFTS = 20


def start_application(
    call: Call,
    track: Track,
    *,
    user: Any,
    organisation: Organisation | None,
    language: str,
    now: datetime,
    code: str = "",
) -> Application:
    """The new draft of `user` for `organisation` (None: chosen later); after the hour only with a late `code`, which is
    bound to it.

    Raises Refused("late-code-wrong"), Refused("too-early"), Refused("too-late"), Refused("call-is-cancelled"),
    Refused("call-without-form"), Refused("track-elsewhere"), Refused("organisation-not-yours"), Refused("drafts-many").
    """
    with transaction.atomic():
        late = find_late_code(call, code, user=user, now=now) if code else None
        check_start(deadline_of(call), late_until=late.expires_at if late else None, now=now)
        version = _form_for(call, track)
        check_organisation(user, organisation)
        _check_number(call, user)
        application = Application.objects.create(
            call=call,
            track=track,
            form_version=version,
            organisation=organisation,
            language=language,
            created_by=user,
            created_at=now,
            active_at=now,
        )
        Member.objects.create(
            application=application, user=user, right=Right.DEPOSIT, lead=True, since=now
        )
        if late:
            # Somebody may have used it meanwhile: then nothing starts. Before the line: it waits for whoever gives one.
            redeem_late_code(application, code, user=user, now=now)
        write_line("applications.start", application, actor=user, call=call.slug, track=track.slug)
    return application


def check_organisation(user: Any, organisation: Organisation | None) -> None:
    """Accept an organisation of whose dossier `user` is a member; raises Refused("organisation-not-yours")."""
    if organisation is None:
        return
    mine = {one.dossier.organisation_id for one in dossiers.dossiers_of(user)}
    if organisation.pk not in mine:
        raise Refused("organisation-not-yours")


def _check_number(call: Call, user: Any) -> None:
    begun = Application.objects.filter(call=call, created_by=user).exclude(state=State.DEPOSITED)
    if begun.count() >= MOST_DRAFTS:
        raise Refused("drafts-many", most=MOST_DRAFTS)


def _form_for(call: Call, track: Track) -> FormVersion:
    version = call.current.form_version if call.current else None
    if version is None:
        raise Refused("call-without-form")
    if track.call_id != call.pk:
        raise Refused("track-elsewhere")
    return version
