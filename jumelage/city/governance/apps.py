from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.city.governance"
    label = "governance"

    def ready(self) -> None:
        """Listen to the rooms below."""
        from jumelage.city.governance import receivers  # noqa: F401 - models are ready only now
