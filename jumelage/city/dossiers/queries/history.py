"""What the journal tells of a dossier, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from jumelage.city.dossiers.models import Dossier
from jumelage.city.dossiers.phrases import ACTS
from jumelage.foundation.audit.models import Entry


@dataclass(frozen=True)
class Told:
    """One line: when, what, and who as the members may know them."""

    at: datetime
    act: Any
    who: str


def history_told(dossier: Dossier, lines: Iterable[Entry], *, staff: bool = False) -> list[Told]:
    """The lines of the journal in words. Members are called by their name; whoever else did it is "the city" for
    members, and its account number for `staff`. 1 query.
    """
    people = {str(one.user_id): str(one.user) for one in dossier.members.select_related("user")}
    other = _("account {number}") if staff else _("the city")
    return [
        Told(
            line.at,
            ACTS.get(line.act, line.act),
            people.get(line.actor) or (other.format(number=line.actor) if line.actor else ""),
        )
        for line in lines
    ]
