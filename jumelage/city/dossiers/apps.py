from django.apps import AppConfig


class DossiersConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.city.dossiers"
    label = "dossiers"

    def ready(self) -> None:
        """Listen to the rooms below."""
        from jumelage.city.dossiers import receivers  # noqa: F401 - listens once imported
