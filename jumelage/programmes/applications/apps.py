from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.programmes.applications"
    label = "applications"
