"""Write down what a person did to their own account through allauth's pages."""

from typing import Any

from jumelage.foundation.accounts.models import User
from jumelage.foundation.audit.services.write_line import write_line


def note_act(act: str, person: User, **details: Any) -> None:
    """A journal line that `person` did `act` to their account; `details` are codes, never texts."""
    write_line(act, person, actor=person, **details)
