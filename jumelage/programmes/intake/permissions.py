"""Who does what in this room; who sees which part of an application stands in `applications`."""

from typing import Any

from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.registers.choices import Act as RegistersAct
from jumelage.programmes.applications.permissions import may_enter, may_handle, may_list


def may_export(user: Any) -> bool:
    """Whether `user` takes the list with them as a file; only with the parts that they see."""
    return may_list(user) and may(user, RegistersAct.EXPORT)


def may_compare_for(user: Any) -> bool:
    """Whether `user` says of two applications that they are, or are not, the same."""
    return may_handle(user) or may_enter(user)


def may_mark_mail(user: Any) -> bool:
    """Whether `user` writes down that a mail came back."""
    return may_handle(user) or may_enter(user)
