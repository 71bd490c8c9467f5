"""Throw away what was entered by mistake: the wrong scan, the wrong association, the same letter twice."""

from typing import Any

from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.permissions import Role
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applications.services.writing.erase_draft import erase_draft


def discard_arrival(access: Access, *, user: Any) -> None:
    """Erase a draft that the service entered and never registered, its original included; the journal keeps who did it.

    Raises Refused("intake-online") or, for what was once registered, Refused("application-state").
    """
    if access.role != Role.INTAKE:
        raise Refused("intake-online")
    erase_draft(access.application, reason="entered-by-mistake", actor=user)
