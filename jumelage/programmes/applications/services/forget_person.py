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
    for member in Member.objects.filter(user=person).select_related("application"):
        application = member.application
        member.delete()
        heir = _heir(application)
        if heir is None and _is_theirs_alone(application):
            erase_draft(application, reason="account-erased", actor=person)
        elif member.lead and heir:
            heir.lead, heir.right = True, Right.DEPOSIT
            heir.save(update_fields=["lead", "right"])
    Invitation.objects.filter(email__iexact=person.email).delete()


def _is_theirs_alone(application: Application) -> bool:
    return application.channel == Channel.ONLINE and not application.deposits.exists()


def _heir(application: Application) -> Member | None:
    order = [Right.DEPOSIT, Right.EDIT, Right.VIEW]
    left = list(application.members.all())
    return min(left, key=lambda one: order.index(Right(one.right)), default=None)
