"""Enter an application that came on paper or by e-mail, with its scanned original."""

from datetime import datetime
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction

from jumelage.city.dossiers.services.content.open_dossier import dossier_of, open_dossier
from jumelage.city.organisations.models import Organisation
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.uploads.services.keep_upload import Kept, keep_upload
from jumelage.programmes.applications.models import Application, Attachment, Intake
from jumelage.programmes.applications.permissions import may_enter
from jumelage.programmes.applications.queries.deadlines import deadline_of
from jumelage.programmes.calls.models import Call, Track
from jumelage.programmes.intake.choices import Paper
from jumelage.programmes.intake.queries.organisations import organisation_named
from jumelage.programmes.intake.rules.arrival import check_arrival

_NAME = 200
_INTAKE = ("arrived_at", "sender", "sender_email", "sender_phone", "note")


def enter_application(
    call: Call,
    track: Track,
    values: dict[str, Any],
    *,
    original: tuple[str, bytes],
    user: Any,
    now: datetime,
) -> Application:
    """The draft of an application that came by `values["channel"]` (`Paper`), for the service to type in.

    `values` also holds "language", "legal_form", "name", "enterprise_number" of the organisation, and the fields of
    `Intake`. `original` is the name and the bytes of the scan; sent twice with the same words, it is entered once.
    Raises Refused("intake-not-allowed"), Refused("intake-channel"), Refused("call-without-form"),
    Refused("track-elsewhere"), Refused("call-is-cancelled"), Refused("intake-twice"), what `check_arrival` and
    `keep_upload` refuse, or what opening a dossier refuses.
    """
    version = _check(call, track, values, user=user, now=now)
    name, content = original
    application = Application(
        call=call,
        track=track,
        form_version=version,
        channel=Paper(values["channel"]).value,
        language=values["language"],
        created_by=user,
        created_at=now,
    )
    # Read before the lock is taken: a large scan takes long, and others enter meanwhile.
    kept = keep_upload(content, folder="applications", owner=str(application.key), name=name)
    entered = None
    try:
        entered = _entered(application, values, (name, kept), user=user, now=now)
    finally:
        if entered is not application:
            default_storage.delete(kept.file)
    return entered


def _check(call: Call, track: Track, values: dict[str, Any], *, user: Any, now: datetime) -> Any:
    if not may_enter(user):
        raise Refused("intake-not-allowed")
    if values["channel"] not in Paper.values:
        raise Refused("intake-channel")
    if call.current is None or call.current.form_version is None:
        raise Refused("call-without-form")
    if track.call_id != call.pk:
        raise Refused("track-elsewhere")
    deadline = deadline_of(call)
    if deadline.cancelled:
        raise Refused("call-is-cancelled")
    check_arrival(
        values["arrived_at"], opens_at=deadline.opens_at, closes_at=deadline.closes_at, now=now
    )
    return call.current.form_version


def _entered(
    application: Application,
    values: dict[str, Any],
    original: tuple[str, Kept],
    *,
    user: Any,
    now: datetime,
) -> Application:
    """The application as it is kept, or the one that was entered before from the same original."""
    name, kept = original
    with transaction.atomic():
        # Two clicks, or two clerks with the same letter, wait for each other here.
        Call.objects.select_for_update().get(pk=application.call_id)
        application.organisation = _organisation(values, user)
        if twin := _twin(application, kept):
            return _same(twin, values)
        application.save()
        _keep_arrival(application, values, user=user, now=now)
        _join(application, name, kept, user=user, now=now)
        write_line("intake.enter", application, actor=user, channel=application.channel)
    return application


def _organisation(values: dict[str, Any], user: Any) -> Organisation:
    """The organisation that is here, else a new one; its dossier has nobody inside until a clerk lets them in."""
    named = {name: values[name] for name in ("name", "enterprise_number", "legal_form")}
    if known := organisation_named(**named):
        return dossier_of(known).organisation
    return open_dossier(**named, user=user, managed=False).organisation


def _sent(values: dict[str, Any]) -> dict[str, Any]:
    return {field: values.get(field, "") for field in _INTAKE}


def _twin(application: Application, kept: Kept) -> Intake | None:
    """What was entered from the same original for the same track and organisation."""
    entered = Intake.objects.select_related("application").filter(
        application__track=application.track,
        application__organisation=application.organisation,
        application__attachments__field="",
        application__attachments__sha256=kept.sha256,
    )
    return entered.first()


def _same(twin: Intake, values: dict[str, Any]) -> Application:
    if any(getattr(twin, field) != value for field, value in _sent(values).items()):
        raise Refused("intake-twice")
    return twin.application


def _keep_arrival(
    application: Application, values: dict[str, Any], *, user: Any, now: datetime
) -> None:
    Intake.objects.create(application=application, entered_by=user, entered_at=now, **_sent(values))


def _join(application: Application, name: str, kept: Kept, *, user: Any, now: datetime) -> None:
    Attachment.objects.create(
        application=application,
        field="",
        file=kept.file,
        name=name[-_NAME:],
        media_type=kept.media_type,
        size_bytes=kept.size_bytes,
        sha256=kept.sha256,
        pages=kept.pages,
        tagged=kept.tagged,
        added_by=user,
        added_at=now,
    )
