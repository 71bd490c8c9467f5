"""Accept an invitation: the colleague becomes a member."""

from datetime import datetime
from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.programmes.applications.models import Application, Member
from jumelage.programmes.applications.queries.locking import locked
from jumelage.programmes.applications.queries.people import standing_invitation


def accept_invitation(token: str, *, user: Any, now: datetime) -> Application:
    """The application that `user` joins by the link `token`, which is theirs once they used it.

    The link is enough: it may be sent on to another address. Raises what `standing_invitation` refuses.
    """
    with transaction.atomic():
        application = locked(standing_invitation(token, user=user, now=now).application)
        # Asked again under lock: somebody may have used it, or taken it back, meanwhile.
        found = standing_invitation(token, user=user, now=now)
        if found.accepted_at is None:
            Member.objects.create(application=application, user=user, right=found.right, since=now)
            found.accepted_by, found.accepted_at = user, now
            found.save(update_fields=["accepted_by", "accepted_at"])
            write_line("applications.join", application, actor=user, right=found.right)
    return application
