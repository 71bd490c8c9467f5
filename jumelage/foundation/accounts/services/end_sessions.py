"""Close sessions, on this device or on another one."""

from allauth.usersessions.models import UserSession
from django.db import transaction

from jumelage.foundation.accounts.models import User
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused


def end_session(person: User, number: int) -> None:
    """Close one session of `person` by its number. Refused("session-unknown") when it is not theirs."""
    with transaction.atomic():
        session = UserSession.objects.filter(user=person, pk=number).first()
        if session is None:
            raise Refused("session-unknown")
        session.end()
        write_line("accounts.session-ended", person, actor=person, count=1)


def end_every_session(person: User) -> int:
    """Close all sessions of `person`, and say how many; a part of the act that calls it."""
    sessions = list(UserSession.objects.filter(user=person))
    for session in sessions:
        session.end()
    return len(sessions)
