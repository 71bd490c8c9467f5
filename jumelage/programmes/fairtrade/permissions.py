"""Who keeps the guide, and who may see and keep the certificates of suppliers."""

from typing import Any

from jumelage.foundation.accounts.permissions import may
from jumelage.programmes.fairtrade.choices import Act


def may_read_certificates(user: Any) -> bool:
    """Whether `user` may read the certificates, their files included; never a stranger."""
    return may(user, Act.READ) or may(user, Act.KEEP)


def may_keep_certificates(user: Any) -> bool:
    """Whether `user` may enter, change and check certificates."""
    return may(user, Act.KEEP)
