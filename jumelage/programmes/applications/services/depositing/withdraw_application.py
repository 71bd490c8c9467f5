"""Take a deposit back: the number and the content stay, the application no longer takes part."""

from datetime import datetime
from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.choices import Letter
from jumelage.programmes.applications.models import Deposit
from jumelage.programmes.applications.permissions import Deed
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applications.queries.writing import locked_for
from jumelage.programmes.applications.rules.lifecycle import next_state
from jumelage.programmes.applications.services.exchange.queue_mail import queue_to_members


def withdraw_application(access: Access, *, user: Any, now: datetime) -> Deposit:
    """Withdraw the standing deposit; before the deadline the file may be deposited again, under a new number.

    Raises Refused("application-not-allowed") or Refused("application-state").
    """
    if not access.may(Deed.WITHDRAW):
        raise Refused("application-not-allowed")
    with transaction.atomic():
        application = locked_for(access)
        state = next_state(application.state, "withdraw")
        deposit = application.deposits.get(withdrawn_at=None)
        deposit.withdrawn_at, deposit.withdrawn_by = now, user
        deposit.save(update_fields=["withdrawn_at", "withdrawn_by"])
        application.windows.filter(completed_at=None, closed_at=None).update(closed_at=now)
        application.state = state
        application.save(update_fields=["state"])
        write_line("applications.withdraw", application, actor=user, number=deposit.number)
        queue_to_members(application, Letter.WITHDRAWN, occasion=deposit.number, now=now)
    return deposit
