"""Questions about organisations, which visitors may ask, and about dossiers, which only those who may read them."""

from jumelage.city.organisations.queries.access import (
    access_requests_of,
    invitations_for,
    invitations_of,
    managers_of,
    members_of,
    my_requests,
    requests_about,
    requests_to_decide,
)
from jumelage.city.organisations.queries.completeness import Missing, missing_in
from jumelage.city.organisations.queries.desk import waiting
from jumelage.city.organisations.queries.directory import (
    Double,
    by_identifier,
    doubles,
    found_organisations,
    organisation,
    organisations,
)
from jumelage.city.organisations.queries.dossiers import (
    dossier_for,
    dossiers_of,
    dossiers_visible_to,
    frozen_dossier,
    marks_of,
    number_of,
    payee_account,
)
from jumelage.city.organisations.queries.personal import personal_data

__all__ = [
    "Double",
    "Missing",
    "access_requests_of",
    "by_identifier",
    "dossier_for",
    "dossiers_of",
    "dossiers_visible_to",
    "doubles",
    "found_organisations",
    "frozen_dossier",
    "invitations_for",
    "invitations_of",
    "managers_of",
    "marks_of",
    "members_of",
    "missing_in",
    "my_requests",
    "number_of",
    "organisation",
    "organisations",
    "payee_account",
    "personal_data",
    "requests_about",
    "requests_to_decide",
    "waiting",
]
