"""Questions about dossiers: only those who may read one learn what it says."""

from jumelage.city.dossiers.queries.access import (
    access_requests_of,
    invitations_for,
    invitations_of,
    managers_of,
    members_of,
    my_requests,
    requests_about,
    requests_to_decide,
)
from jumelage.city.dossiers.queries.completeness import Missing, missing_in
from jumelage.city.dossiers.queries.desk import waiting
from jumelage.city.dossiers.queries.dossiers import (
    dossier_for,
    dossiers_of,
    frozen_dossier,
    number_of,
    payee_account,
)
from jumelage.city.dossiers.queries.history import history_told
from jumelage.city.dossiers.queries.personal import personal_data, processings

__all__ = [
    "Missing",
    "access_requests_of",
    "dossier_for",
    "dossiers_of",
    "frozen_dossier",
    "history_told",
    "invitations_for",
    "invitations_of",
    "managers_of",
    "members_of",
    "missing_in",
    "my_requests",
    "number_of",
    "payee_account",
    "personal_data",
    "processings",
    "requests_about",
    "requests_to_decide",
    "waiting",
]
