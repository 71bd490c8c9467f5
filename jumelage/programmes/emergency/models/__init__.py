"""The fund, the crises and the city's answers to them."""

from jumelage.programmes.emergency.models.crisis import Crisis
from jumelage.programmes.emergency.models.fund import Fund
from jumelage.programmes.emergency.models.response import Goods, Response

__all__ = ["Crisis", "Fund", "Goods", "Response"]
