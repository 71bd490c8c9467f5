"""Questions of the desk."""

from jumelage.public.desk.queries.texts_waiting import waiting

__all__ = ["waiting"]
