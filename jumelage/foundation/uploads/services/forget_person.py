"""What becomes of files on their way when somebody erases their account."""

from typing import Any

from jumelage.foundation.uploads.services.drop_upload import drop_all_of


def forget_person(person: Any) -> None:
    """Throw away what `person` has on its way, inside the transaction of the erasure."""
    drop_all_of(person)
