"""Who writes calls, and who publishes them."""

from typing import Any

from jumelage.foundation.accounts.permissions import may
from jumelage.programmes.calls.choices import Act


def may_keep(user: Any) -> bool:
    """Whether `user` may write calls, their articles, tracks and calendar."""
    return may(user, Act.KEEP)


def may_publish(user: Any) -> bool:
    """Whether `user` may publish, amend, extend and cancel calls."""
    return may(user, Act.PUBLISH)
