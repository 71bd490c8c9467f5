"""What the first administrator may do."""

from jumelage.foundation.registers.queries.registry import known_acts
from jumelage.programmes.atrisk.choices import Act as AtRisk


def first_acts() -> list[str]:
    """Codes of every act that a role may hold, but those of the restricted room, which a role of its own opens."""
    return sorted(set(known_acts()) - set(AtRisk.values))
