"""Who may read the files of persons at risk, and who may act on them."""

from typing import Any

from jumelage.foundation.accounts.permissions import may
from jumelage.programmes.atrisk.choices import Act


def may_read_files(user: Any) -> bool:
    """Whether `user` may read the files, sealed notes included; never a stranger."""
    return user is not None and any(may(user, act) for act in Act)


def may_keep(user: Any) -> bool:
    """Whether `user` may enter events and check statuses."""
    return may(user, Act.KEEP)


def may_approve(user: Any) -> bool:
    """Whether `user` may approve a publication."""
    return may(user, Act.APPROVE)


def may_publish(user: Any) -> bool:
    """Whether `user` may publish whom two people approved."""
    return may(user, Act.PUBLISH)


def may_stop(user: Any) -> bool:
    """Whether `user` may take a page away, and lift this."""
    return may(user, Act.STOP)
