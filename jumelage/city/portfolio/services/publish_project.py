"""Publish a project."""

from typing import Any

from django.db import transaction

from jumelage.city.portfolio.models import Project
from jumelage.city.portfolio.services.index_project import index_project
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.registers.services.check_texts import check_texts


def publish_project(project: Project, *, actor: Any = None) -> None:
    """Show `project` to visitors; a second time changes nothing. Raises Refused("texts-missing")."""
    check_texts({"title": project.title, "summary": project.summary})
    with transaction.atomic():
        locked = Project.objects.select_for_update().get(pk=project.pk)
        if locked.published is True:
            return
        project.published = True
        project.save(update_fields=["published"])
        index_project(project)
        write_line("portfolio.publish-project", project, actor=actor, public=True)
