"""Hide those whose consent has ended."""

from datetime import date
from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.programmes.atrisk.models import AdoptedPerson


def withdraw_expired(*, today: date, actor: Any = None) -> int:
    """Take back every page whose consent ended before `today`, and say how many; for the nightly round."""
    ended = AdoptedPerson.every.filter(published=True, publication__expires_on__lt=today)
    with transaction.atomic():
        people = list(ended.select_for_update(of=("self",)))
        for person in people:
            person.published = False
            person.save(update_fields=["published"])
            write_line("atrisk.withdraw-expired", person, actor=actor, public=True)
    return len(people)
