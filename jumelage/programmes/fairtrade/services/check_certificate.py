"""Write down what a mark's public registry said of a certificate."""

from datetime import date
from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.programmes.fairtrade.models import Certificate, Check
from jumelage.programmes.fairtrade.rules.validity import check_day


def check_certificate(
    certificate: Certificate, *, on: date, answer: str, note: str, today: date, actor: Any
) -> Check:
    """Keep that `actor` looked on the day `on` and found `answer` (a code of `Answer`).

    Raises Refused("certificate-check-future").
    """
    check_day(on, today=today)
    with transaction.atomic():
        found = Check.objects.create(
            certificate=certificate, on=on, by=actor, answer=answer, note=note
        )
        write_line("fairtrade.check-certificate", certificate, actor=actor, answer=answer)
    return found
