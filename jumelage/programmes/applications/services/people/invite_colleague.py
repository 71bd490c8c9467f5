"""Ask a colleague to work on an application, and take the invitation back."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.choices import Letter, Right
from jumelage.programmes.applications.models import Application, Invitation
from jumelage.programmes.applications.permissions import Deed
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applications.queries.people import INVITATION_DAYS, language_of
from jumelage.programmes.applications.queries.writing import locked_for
from jumelage.programmes.applications.services.exchange.queue_mail import queue_mail

VALID = timedelta(days=INVITATION_DAYS)
# Open invitations of one application: enough for any team, too few to send mail to the world.
MOST = 20
# By one person in all applications, those taken back included: nobody fills a stranger's letter box through us.
MOST_A_DAY = 50


def invite_colleague(
    access: Access, email: str, right: str, *, user: Any, now: datetime
) -> Invitation:
    """The invitation of `email` with `right`, valid for 14 days; an open one for the same address is replaced.

    Raises Refused("application-not-allowed"), Refused("right-unknown"), Refused("member-known"),
    Refused("invitations-many") or Refused("invitations-day") (more than 50 in 24 hours).
    """
    if not access.may(Deed.MANAGE):
        raise Refused("application-not-allowed")
    if right not in Right.values:
        raise Refused("right-unknown")
    with transaction.atomic():
        application = locked_for(access)
        if application.members.filter(user__email__iexact=email).exists():
            raise Refused("member-known", email=email)
        waiting = application.invitations.filter(accepted_at=None, withdrawn_at=None)
        waiting.filter(email__iexact=email).update(withdrawn_at=now)
        _check_number(application, user, now=now)
        language = language_of(email, otherwise=application.language)
        found = Invitation.objects.create(
            application=application,
            email=email,
            right=right,
            language=language,
            invited_by=user,
            invited_at=now,
            expires_at=now + VALID,
        )
        write_line("applications.invite", application, actor=user, right=right)
        queue_mail(
            application,
            Letter.INVITATION,
            to=[(email, language)],
            occasion=str(found.pk),
            now=now,
            invitation=found.pk,
        )
    return found


def _check_number(application: Application, user: Any, *, now: datetime) -> None:
    waiting = application.invitations.filter(accepted_at=None, withdrawn_at=None)
    if waiting.filter(expires_at__gt=now).count() >= MOST:
        raise Refused("invitations-many", most=MOST)
    sent = Invitation.objects.filter(invited_by=user, invited_at__gt=now - timedelta(days=1))
    if sent.count() >= MOST_A_DAY:
        raise Refused("invitations-day", limit=MOST_A_DAY)


def withdraw_invitation(access: Access, number: int, *, user: Any, now: datetime) -> None:
    """Take an open invitation back: its link no longer opens anything.

    Raises Refused("application-not-allowed") or Refused("invitation-unknown").
    """
    if not access.may(Deed.MANAGE):
        raise Refused("application-not-allowed")
    with transaction.atomic():
        application = locked_for(access)
        waiting = application.invitations.filter(pk=number, accepted_at=None, withdrawn_at=None)
        if not waiting.update(withdrawn_at=now):
            raise Refused("invitation-unknown")
        write_line("applications.withdraw-invitation", application, actor=user)
