"""Questions about bodies, decisions, seats and opinions; seats and opinions only once published."""

from jumelage.city.governance.queries.council import (
    FollowUps,
    follow_ups,
    mandates,
    opinions,
)
from jumelage.city.governance.queries.decisions import advisory_councils, bodies, decisions
from jumelage.city.governance.queries.desk import waiting
from jumelage.city.governance.queries.links import Linked, linked

__all__ = [
    "FollowUps",
    "Linked",
    "advisory_councils",
    "bodies",
    "decisions",
    "follow_ups",
    "linked",
    "mandates",
    "opinions",
    "waiting",
]
