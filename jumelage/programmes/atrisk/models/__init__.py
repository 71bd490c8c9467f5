"""Persons at risk, what happened to them, and the gate before their pages."""

from jumelage.programmes.atrisk.models.check import StatusCheck
from jumelage.programmes.atrisk.models.membership import Membership
from jumelage.programmes.atrisk.models.person import AdoptedPerson
from jumelage.programmes.atrisk.models.publication import Approval, Publication, Stop
from jumelage.programmes.atrisk.models.timeline import Event, Letter, Restriction

__all__ = [
    "AdoptedPerson",
    "Approval",
    "Event",
    "Letter",
    "Membership",
    "Publication",
    "Restriction",
    "StatusCheck",
    "Stop",
]
