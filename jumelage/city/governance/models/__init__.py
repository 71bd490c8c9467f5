"""Bodies and decisions; who sits in a body, and what it advised."""

from jumelage.city.governance.models.council import Mandate, Opinion, Sitting
from jumelage.city.governance.models.decisions import Body, Decision

__all__ = ["Body", "Decision", "Mandate", "Opinion", "Sitting"]
