from django.apps import AppConfig


class ApplyingConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.programmes.applying"
    label = "applying"
