"""Questions about the fund, crises and answers; only what is published leaves here, but for the staff."""

from jumelage.programmes.emergency.queries.crises import (
    Choices,
    Chosen,
    choices,
    crises,
    crisis,
    fund,
)
from jumelage.programmes.emergency.queries.desk import waiting
from jumelage.programmes.emergency.queries.figures import Figures, figures

__all__ = [
    "Choices",
    "Chosen",
    "Figures",
    "choices",
    "crises",
    "crisis",
    "figures",
    "fund",
    "waiting",
]
