"""Queue mails about an application, in the transaction of the act that asks for them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from jumelage.programmes.applications.choices import Channel, Letter
from jumelage.programmes.applications.models import Application, Mail
from jumelage.programmes.applications.queries.people import members_of
from jumelage.programmes.applications.tasks import deliver


def queue_mail(
    application: Application | None,
    kind: Letter,
    *,
    to: Iterable[tuple[str, str]],
    occasion: str,
    now: datetime,
    **details: Any,
) -> list[Mail]:
    """Queue one mail to each of `to` (address, language), once for each `occasion`; `details` are codes and numbers."""
    queued = []
    for address, language in to:
        mail, new = Mail.objects.get_or_create(
            application=application,
            kind=kind,
            occasion=occasion,
            address=address,
            defaults={"language": language, "details": details, "queued_at": now},
        )
        if new:
            deliver.enqueue(mail.pk)
            queued.append(mail)
    return queued


def queue_to_members(
    application: Application, kind: Letter, *, occasion: str, now: datetime, **details: Any
) -> list[Mail]:
    """Queue a mail to everybody who works on the application, each in their own language.

    Of one that came on paper or by e-mail, to who sent it too.
    """
    people = [member.user for member in members_of(application)]
    to = [(person.email, person.language) for person in people if person.is_active]
    intake = None if application.channel == Channel.ONLINE else getattr(application, "intake", None)
    if intake and intake.sender_email:
        to.append((intake.sender_email, application.language))
    return queue_mail(application, kind, to=to, occasion=occasion, now=now, **details)
