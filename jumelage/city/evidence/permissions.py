"""Who chooses between sources."""

from typing import Any

from jumelage.city.evidence.choices import Act
from jumelage.city.evidence.models import Claim
from jumelage.city.evidence.queries import register_of_claim
from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.kernel.register import Register
from jumelage.foundation.registers.permissions import may_read


def may_read_claims(user: Any, register: Register) -> bool:
    """Whether `user` may see the evidence for what the register holds."""
    return may_read(user, register)


def may_keep_claims(user: Any, register: Register) -> bool:
    """Whether `user` may change it: who keeps evidence, and this register too."""
    return may(user, Act.KEEP) and may(user, register.act)


def may_read_claim(user: Any, claim: Claim) -> bool:
    """Whether `user` may see the evidence of one claim of a plain register."""
    return may_read_claims(user, register_of_claim(claim))


def may_keep_claim(user: Any, claim: Claim) -> bool:
    """Whether `user` may choose and change the evidence of one claim of a plain register."""
    return may_keep_claims(user, register_of_claim(claim))
