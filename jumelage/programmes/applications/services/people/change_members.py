"""Change what a member may do, remove one, leave, and hand the lead over."""

from datetime import datetime
from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.choices import Right
from jumelage.programmes.applications.models import Application, Member
from jumelage.programmes.applications.permissions import Deed
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applications.queries.writing import locked_for


def change_right(access: Access, number: int, right: str, *, user: Any) -> None:
    """Give the member `number` another right. The one in the lead keeps theirs.

    Raises Refused("application-not-allowed"), Refused("right-unknown"), Refused("member-unknown") or
    Refused("lead-stays").
    """
    if right not in Right.values:
        raise Refused("right-unknown")
    with transaction.atomic():
        application, member = _found(access, number)
        member.right = right
        member.save(update_fields=["right"])
        write_line("applications.change-right", application, actor=user, right=right)


def remove_member(access: Access, number: int, *, user: Any) -> None:
    """Take the member `number` out; anybody may leave by themselves, the one in the lead after handing over.

    Raises Refused("application-not-allowed"), Refused("member-unknown") or Refused("lead-stays").
    """
    with transaction.atomic():
        application, member = _found(access, number, leaving=user)
        member.delete()
        write_line("applications.remove-member", application, actor=user)


def hand_over(access: Access, number: int, *, user: Any, now: datetime) -> None:
    """Give the lead to the member `number`, who may then deposit and invite; the former lead may still deposit.

    Raises Refused("application-not-allowed"), Refused("member-unknown") or Refused("lead-stays").
    """
    with transaction.atomic():
        application, member = _found(access, number)
        application.members.filter(lead=True).update(lead=False)
        member.right, member.lead, member.since = Right.DEPOSIT, True, now
        member.save(update_fields=["right", "lead", "since"])
        write_line("applications.hand-over", application, actor=user)


def _found(access: Access, number: int, *, leaving: Any = None) -> tuple[Application, Member]:
    application = locked_for(access)
    member = application.members.filter(pk=number).first()
    leaves = bool(leaving and member and member.user_id == leaving.pk)
    if not (access.may(Deed.MANAGE) or leaves):
        raise Refused("application-not-allowed")
    if member is None:
        raise Refused("member-unknown")
    if member.lead:
        raise Refused("lead-stays")
    return application, member
