"""The states of an application and the acts that lead from one to the next.

Source: Jumelage, issue 4, items 6 and 7. A table, so that a lawyer reads it; the room `review` adds its own lines.
"""

from collections.abc import Mapping

from jumelage.foundation.kernel.errors import Refused

# Act → the states from which it is allowed → the state it leads to.
TRANSITIONS: Mapping[str, Mapping[str, str]] = {
    "deposit": {"draft": "deposited", "withdrawn": "deposited"},
    "withdraw": {"deposited": "withdrawn"},
    "complete": {"deposited": "deposited"},
}
# States in which what is written is not deposited: people may still change it while the call lets them.
WRITABLE = frozenset({"draft", "withdrawn"})


def next_state(state: str, act: str) -> str:
    """The state to which `act` leads from `state`; raises Refused("application-state")."""
    try:
        return TRANSITIONS[act][state]
    except KeyError:
        raise Refused("application-state") from None
