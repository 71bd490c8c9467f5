from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.programmes.intake"
    label = "intake"

    def ready(self) -> None:
        """Listen to the deposits."""
        from jumelage.programmes.intake import receivers  # noqa: F401 - listens once imported
