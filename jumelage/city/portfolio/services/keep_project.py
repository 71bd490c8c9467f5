"""Keep a project with who takes part, for whom, and what happens when."""

from typing import Any

from django.db import transaction

from jumelage.city.portfolio.choices import Theme
from jumelage.city.portfolio.models import Project
from jumelage.city.portfolio.rules.codes import check_sdgs, check_themes
from jumelage.city.portfolio.services.index_project import index_project
from jumelage.foundation.audit.services.keep_record import keep_record

_NESTED = {
    "participations": ("organisation", "role"),
    "beneficiaries": ("slug",),
    "milestones": ("slug",),
}


def keep_project(slug: str, values: dict[str, Any], *, actor: Any = None) -> Project:
    """The project `slug` with `values`: fields of `Project` (linked records as records), and the lists
    `participations`, `beneficiaries` and `milestones` (dictionaries of their fields), which are replaced when given.

    Raises Refused("theme-unknown"), Refused("sdg-unknown"), Refused("period-reversed") or ValidationError.
    """
    check_themes(values.get("themes", []), known=Theme.values)
    check_sdgs(values.get("sdgs", []))
    with transaction.atomic():
        project = keep_record(
            Project,
            {"slug": slug},
            values,
            nested=_NESTED,
            act="portfolio.keep-project",
            actor=actor,
        )
        index_project(project)
    return project
