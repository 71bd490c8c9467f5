"""Questions asked of what arrived."""

from jumelage.programmes.intake.queries.desk import waiting
from jumelage.programmes.intake.queries.doubles import doubles_of
from jumelage.programmes.intake.queries.processings import processings

__all__ = ["doubles_of", "processings", "waiting"]
