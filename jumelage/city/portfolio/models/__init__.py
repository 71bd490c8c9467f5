"""Partnerships, projects and their places."""

from jumelage.city.portfolio.models.announcement import Announcement
from jumelage.city.portfolio.models.partnership import Agreement, Axis, Partner, Partnership
from jumelage.city.portfolio.models.place import Place
from jumelage.city.portfolio.models.project import (
    Beneficiaries,
    Facet,
    Milestone,
    Participation,
    Project,
)

__all__ = [
    "Agreement",
    "Announcement",
    "Axis",
    "Beneficiaries",
    "Facet",
    "Milestone",
    "Participation",
    "Partner",
    "Partnership",
    "Place",
    "Project",
]
