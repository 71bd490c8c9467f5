"""Questions asked of applications: `visible_to` and `inside` are the only ways to one."""

from jumelage.programmes.applications.queries.files import (
    access_to,
    files_of,
    inside,
    numbered,
    visible_to,
)
from jumelage.programmes.applications.queries.form_uses import form_uses
from jumelage.programmes.applications.queries.personal import personal_data, processings

__all__ = [
    "access_to",
    "files_of",
    "form_uses",
    "inside",
    "numbered",
    "personal_data",
    "processings",
    "visible_to",
]
