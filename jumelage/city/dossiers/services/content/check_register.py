"""A clerk writes down what the public register said of an organisation's number."""

from datetime import date
from typing import Any

from django.db import transaction

from jumelage.city.dossiers.models import Dossier, RegisterCheck
from jumelage.city.dossiers.queries import number_of
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused


def check_register(
    dossier: Dossier,
    *,
    on: date,
    answer: str,
    name_found: str = "",
    note: str = "",
    today: date,
    actor: Any,
) -> RegisterCheck:
    """Keep that `actor` looked on the day `on` and found `answer` (code of `RegisterAnswer`). It blocks nothing.

    Raises Refused("register-future") or Refused("register-no-number").
    """
    if on > today:
        raise Refused("register-future", day=on)
    if not (number := number_of(dossier)):
        raise Refused("register-no-number")
    with transaction.atomic():
        found = RegisterCheck.objects.create(
            dossier=dossier,
            number=number,
            on=on,
            by=actor,
            answer=answer,
            name_found=name_found,
            note=note,
        )
        write_line("dossiers.check-register", dossier, actor=actor, answer=answer)
    return found
