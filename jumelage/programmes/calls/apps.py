from django.apps import AppConfig


class CallsConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.programmes.calls"
    label = "calls"
