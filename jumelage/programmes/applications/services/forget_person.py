"""What becomes of applications when somebody erases their account."""

from typing import Any

from jumelage.programmes.applications.choices import Channel, Right
from jumelage.programmes.applications.models import Application, Invitation, Member
from jumelage.programmes.applications.services.writing.erase_draft import erase_draft


def forget_person(person: Any) -> None:
    """Take `person` out of every application, inside the transaction of the erasure.

    The lead goes to the colleague with the most rights. A draft on which nobody else works goes with its last member;
    what was deposited or came on paper stays, as the call and the law ask.
    """
    mine = Application.objects.filter(members__user=person).order_by("pk")
    list(mine.select_for_update(of=("self",)))  # All, before the journal: who writes is waited for.
    alone = [one for one in mine if _leave(one, person)]
    Invitation.objects.filter(email__iexact=person.email).delete()
    for application in alone:
        erase_draft(application, reason="account-erased", actor=person)


def _leave(application: Application, person: Any) -> bool:
    """Take `person` out; whether nobody needs the application any more."""
    member = application.members.get(user=person)
    member.delete()
    heir = _heir(application)
    if heir is None:
        return _is_theirs_alone(application)
    if member.lead:
        heir.lead, heir.right = True, Right.DEPOSIT
        heir.save(update_fields=["lead", "right"])
    return False


def _is_theirs_alone(application: Application) -> bool:
    return application.channel == Channel.ONLINE and not application.deposits.exists()


def _heir(application: Application) -> Member | None:
    order = [Right.DEPOSIT, Right.EDIT, Right.VIEW]
    left = list(application.members.all())
    return min(left, key=lambda one: order.index(Right(one.right)), default=None)
