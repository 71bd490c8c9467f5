"""Questions about editions, events and their days; only what is published leaves here, but for the
staff.
"""

from jumelage.programmes.festival.queries.desk import waiting
from jumelage.programmes.festival.queries.editions import edition, editions
from jumelage.programmes.festival.queries.events import event, events_of
from jumelage.programmes.festival.queries.programme import Programme, programme_of, upcoming

__all__ = [
    "Programme",
    "edition",
    "editions",
    "event",
    "events_of",
    "programme_of",
    "upcoming",
    "waiting",
]
