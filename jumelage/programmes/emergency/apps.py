from django.apps import AppConfig


class EmergencyConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.programmes.emergency"
    label = "emergency"

    def ready(self) -> None:
        """Listen to the rooms below."""
        from jumelage.programmes.emergency import receivers  # noqa: F401 - models are ready only now
