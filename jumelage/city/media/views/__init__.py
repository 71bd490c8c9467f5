"""Pictures and videos, for visitors."""
