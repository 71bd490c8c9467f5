"""Create or change a role."""

from typing import Any

from jumelage.foundation.accounts.models import Role
from jumelage.foundation.audit.services.keep_record import keep_record


def keep_role(
    code: str, *, name: dict[str, str], staff: bool, acts: list[str], actor: Any = None
) -> Role:
    """The role `code`, with its `name` by language and its `acts` (codes); the same again changes nothing.

    Holders of a `staff` role must use a second factor. Raises ValidationError when the name is empty.
    """
    values = {"name": name, "staff": staff, "acts": sorted(acts)}
    return keep_record(
        Role, {"code": code}, values, act="accounts.role-kept", actor=actor, public=False
    )
