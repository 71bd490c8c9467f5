"""Register a paper application: typed in, it gets its number and its receipt, whole or not."""

from datetime import datetime
from typing import Any

from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.choices import Channel
from jumelage.programmes.applications.models import Deposit
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applications.services.depositing.deposit_application import (
    deposit_application,
)
from jumelage.programmes.intake.phrases import DECLARATION


def register_arrival(
    access: Access, *, user: Any, key: str, signed: bool, now: datetime
) -> Deposit:
    """The deposit of an application that came on paper or by e-mail; `signed` says that its original is signed.

    What it lacks does not hold it up: the service asks for it afterwards. The receipt goes to who sent it, if an
    address is known. Raises Refused("intake-online"), Refused("declaration-missing") or what a deposit refuses.
    """
    if access.application.channel == Channel.ONLINE:
        raise Refused("intake-online")
    declaration = str(DECLARATION) if signed else ""
    return deposit_application(access, user=user, key=key, declaration=declaration, now=now)
