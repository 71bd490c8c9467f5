"""Throw away what was entered by mistake: the wrong scan, the wrong association, the same letter twice."""

from typing import Any

from django.db import transaction

from jumelage.foundation.audit.queries import history_of
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.permissions import Role
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applications.queries.writing import locked_for
from jumelage.programmes.applications.services.writing.erase_draft import erase_draft
from jumelage.programmes.intake.queries.idle import (
    hold_dossier,
    untouched_dossiers,
    unused_dossiers,
)
from jumelage.programmes.intake.services.erase_dossier import erase_dossier

_REASON = "entered-by-mistake"


def discard_arrival(access: Access, *, user: Any) -> None:
    """Erase a draft that the service entered and never registered, its original included, and the dossier that was
    opened for it, unless somebody is or wrote anything there; the journal keeps who did it.

    Raises Refused("intake-online"), Refused("application-gone") or, for what was once registered,
    Refused("application-state").
    """
    if access.role != Role.INTAKE:
        raise Refused("intake-online")
    with transaction.atomic():
        number = locked_for(access).organisation_id
        hold_dossier(number)
        erase_draft(access.application, reason=_REASON, actor=user)
        for dossier in untouched_dossiers().filter(organisation=number):
            unused = unused_dossiers().filter(pk=dossier.pk).exists()
            # One that the city wrote down before keeps its place in the registers.
            made = unused and history_of(dossier).filter(act="dossiers.open").exists()
            erase_dossier(dossier, with_organisation=made, reason=_REASON, actor=user)
