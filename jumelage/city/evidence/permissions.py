"""Who chooses between sources."""

from typing import Any

from jumelage.city.evidence.choices import Act
from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.kernel.register import Register
from jumelage.foundation.registers.permissions import may_read


def may_read_claims(user: Any, register: Register) -> bool:
    """Whether `user` may see the evidence for what the register holds."""
    return may_read(user, register)


def may_keep_claims(user: Any, register: Register) -> bool:
    """Whether `user` may change it: who keeps evidence, and this register too."""
    return may(user, Act.KEEP) and may(user, register.act)
