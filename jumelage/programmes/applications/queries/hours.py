"""The rules of hours, states, marks and numbers, as the rooms above use them."""

from jumelage.programmes.applications.rules.content import mark_of
from jumelage.programmes.applications.rules.deadline import OPEN_DOORS, Door, Use, door_to
from jumelage.programmes.applications.rules.lifecycle import WRITABLE
from jumelage.programmes.applications.rules.numbering import read_number

__all__ = ["OPEN_DOORS", "WRITABLE", "Door", "Use", "door_to", "mark_of", "read_number"]
