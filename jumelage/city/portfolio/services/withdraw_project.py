"""Withdraw a project from the public site."""

from typing import Any

from django.db import transaction

from jumelage.city.portfolio.models import Project
from jumelage.city.portfolio.services.index_project import index_project
from jumelage.foundation.audit.services.write_line import write_line


def withdraw_project(project: Project, *, actor: Any = None) -> None:
    """Hide `project` from visitors; a second time changes nothing."""
    with transaction.atomic():
        locked = Project.objects.select_for_update().get(pk=project.pk)
        if locked.published is False:
            return
        project.published = False
        project.save(update_fields=["published"])
        index_project(project)
        write_line("portfolio.withdraw-project", project, actor=actor, public=True)
