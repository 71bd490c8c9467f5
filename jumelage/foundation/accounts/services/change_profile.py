"""Change how a person is called and in which language they are written to."""

from jumelage.foundation.accounts.models import User
from jumelage.foundation.audit.services.keep_record import keep_record


def change_profile(person: User, *, name: str, language: str) -> User:
    """Keep the `name` and the `language` (code) that `person` chose for themselves.

    Raises ValidationError when the name is too long.
    """
    return keep_record(
        User,
        {"pk": person.pk},
        {"name": name, "language": language},
        act="accounts.profile-changed",
        actor=person,
        public=False,
    )
