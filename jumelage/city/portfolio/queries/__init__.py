"""Questions about partnerships, projects, places and the programme's figures; only what is published leaves here."""

from jumelage.city.portfolio.queries.announcements import announcements
from jumelage.city.portfolio.queries.explorer import Found, filters_from, found_projects
from jumelage.city.portfolio.queries.figures import KeyFigures, key_figures
from jumelage.city.portfolio.queries.partnerships import documents_of, partnership, partnerships
from jumelage.city.portfolio.queries.places import country_or_code, map_places
from jumelage.city.portfolio.queries.projects import project, projects
from jumelage.city.portfolio.queries.roles import participations_of, partnered_by

__all__ = [
    "Found",
    "KeyFigures",
    "announcements",
    "country_or_code",
    "documents_of",
    "filters_from",
    "found_projects",
    "key_figures",
    "map_places",
    "participations_of",
    "partnered_by",
    "partnership",
    "partnerships",
    "project",
    "projects",
]
