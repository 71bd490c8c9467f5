"""Editions, events, occurrences and venues."""

from jumelage.programmes.festival.models.edition import Edition
from jumelage.programmes.festival.models.event import Event, Occurrence
from jumelage.programmes.festival.models.venue import Venue

__all__ = ["Edition", "Event", "Occurrence", "Venue"]
