from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.programmes.applications"
    label = "applications"

    def ready(self) -> None:
        """Listen to the calls and to our own mails."""
        from jumelage.programmes.applications import receivers  # noqa: F401 - listens once imported
