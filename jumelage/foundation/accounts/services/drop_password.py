"""Erase the password of somebody whose address was not proved when it was typed."""

from allauth.account.models import EmailAddress
from django.db import transaction

from jumelage.foundation.accounts.models import User
from jumelage.foundation.audit.services.write_line import write_line


def drop_unproved_password(person: User) -> bool:
    """Erase the password of `person`, whose first address is proved just now; whether there was one to erase."""
    if not person.has_usable_password() or EmailAddress.objects.filter(user=person).count() > 1:
        return False
    with transaction.atomic():
        person.set_unusable_password()
        person.save(update_fields=["password"])
        write_line("accounts.password-dropped", person, actor=person)
    return True
