"""Hand a person everything that is kept about them."""

from typing import Any

from jumelage.foundation.accounts.models import User
from jumelage.foundation.accounts.queries import data_of
from jumelage.foundation.audit.services.write_line import write_line


def export_data(person: User) -> dict[str, Any]:
    """All that is kept about `person`, as plain values, and a journal line that they took it."""
    data = data_of(person)
    write_line("accounts.data-exported", person, actor=person)
    return data
