from django.apps import AppConfig


class UploadsConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.foundation.uploads"
    label = "uploads"
