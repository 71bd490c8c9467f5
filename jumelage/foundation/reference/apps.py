from django.apps import AppConfig


class ReferenceConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.foundation.reference"
    label = "reference"
