"""Deliveries of the room, made after the answer."""

from jumelage.foundation.accounts.models import User
from jumelage.foundation.accounts.notices import second_factor_reset
from jumelage.foundation.kernel.background import task


@task
def tell_second_factor_reset(person: int) -> None:
    """Write to the person (by number) that their second factor was removed; nobody when they are gone."""
    found = User.objects.filter(pk=person, is_active=True).first()
    if found:
        second_factor_reset(found).send()
