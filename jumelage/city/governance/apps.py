from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.city.governance"
    label = "governance"
