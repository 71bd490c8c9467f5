"""Who looks at the evidence, and who chooses between sources."""

from typing import Any

from jumelage.city.evidence.choices import Act
from jumelage.city.evidence.rules.kinds import Kind
from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.registers.choices import Act as RegisterAct


def may_see_evidence(user: Any) -> bool:
    """Whether `user` may look at the evidence at all."""
    return may(user, Act.KEEP) or may(user, RegisterAct.READ)


def may_read_claims(user: Any, kind: Kind) -> bool:
    """Whether `user` may see the evidence for records of this kind."""
    acts = (RegisterAct.READ, kind.act, kind.publish_act)
    return any(act and may(user, act) for act in acts)


def may_keep_claims(user: Any, kind: Kind) -> bool:
    """Whether `user` may change it: who keeps evidence, and these records too."""
    return may(user, Act.KEEP) and may(user, kind.act)
