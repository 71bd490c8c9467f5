"""What the pages of one partnership and of one project show."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from jumelage.city.evidence.models import Claimed
from jumelage.city.evidence.queries import said
from jumelage.city.portfolio.choices import Theme
from jumelage.city.portfolio.models import Partnership, Project
from jumelage.city.portfolio.queries import documents_of
from jumelage.foundation.audit.queries import last_change_of


def partnership_page(partnership: Partnership) -> dict[str, Any]:
    """Everything about a partnership, each record bearing its claims, and the sources of them all."""
    parts: dict[str, list[Claimed]] = {
        "axes": list(partnership.axes.all()),
        "steps": list(partnership.agreements.all()),
        "places": list(partnership.places.all()),
        "partners": list(partnership.partners.all()),
        "announcements": list(partnership.announcements.all()),
        "projects": list(partnership.projects.all()),
    }
    sources = said([partnership, *(record for part in parts.values() for record in part)])
    return {
        **parts,
        "partnership": partnership,
        "documents": documents_of(partnership),
        "sources": sources,
        "trail": [{"url": reverse("partnerships"), "label": gettext("Partnerships")}],
        "unknown": gettext("Not known"),
    }


def project_page(project: Project) -> dict[str, Any]:
    """Everything about a project, each record bearing its claims, the sources of them all, and the last change."""
    parts: dict[str, list[Claimed]] = {
        "participations": list(project.participations.all()),
        "groups": list(project.beneficiaries.all()),
        "milestones": list(project.milestones.all()),
        "parts": list(project.parts.all()),
    }
    records = [project, *(record for part in parts.values() for record in part)]
    sources = said(records)
    claims = [claim for record in records for claim in record.said.values()]
    return {
        **parts,
        "project": project,
        "places": list(project.places.all()),
        "themes": [Theme(code) for code in project.themes],
        "documents": project.documents.all(),
        "sources": sources,
        "changed": last_change_of([*records, *claims]),
        "trail": [{"url": reverse("projects"), "label": gettext("Projects")}],
        "unknown": gettext("Not known"),
    }
