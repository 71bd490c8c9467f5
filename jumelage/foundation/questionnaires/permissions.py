"""Who builds forms and who publishes them."""

from typing import Any

from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.questionnaires.choices import Act


def may_edit_forms(user: Any) -> bool:
    """Whether `user` may build forms."""
    return may(user, Act.EDIT)


def may_publish_forms(user: Any) -> bool:
    """Whether `user` may publish a version of a form."""
    return may(user, Act.PUBLISH)


def may_read_forms(user: Any) -> bool:
    """Whether `user` may look at the forms on the desk."""
    return may_edit_forms(user) or may_publish_forms(user)
