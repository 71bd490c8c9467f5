"""Who may do what with accounts; `may` serves every room."""

from typing import Any

from jumelage.foundation.accounts.choices import Act
from jumelage.foundation.accounts.models import User
from jumelage.foundation.accounts.rules.assistance import may_assist


def role_codes(user: User) -> set[str]:
    """Codes of the roles of `user`."""
    return {role.code for role in user.roles.all()}


def may(user: Any, act: str) -> bool:
    """Whether one of the roles of `user` holds `act`; never for a stranger or a closed account."""
    if not user.is_active:
        return False
    return user.is_superuser or any(act in role.acts for role in user.roles.all())


def must_have_second_factor(user: Any) -> bool:
    """Whether `user` holds a staff role, and so may not work without a second factor."""
    return bool(user.is_authenticated and user.is_staff)


def may_assist_somebody(user: Any) -> bool:
    """Whether `user` may open the assistance page."""
    return may(user, Act.RESET_SECOND_FACTOR)


def may_reset_second_factor(user: User, person: User) -> bool:
    """Whether `user` may remove the second factor of `person`: not their own, not a superior's."""
    if user.pk == person.pk or not may_assist_somebody(user):
        return False
    if user.is_superuser:
        return True
    return not person.is_superuser and may_assist(
        helper=role_codes(user), person=role_codes(person)
    )
