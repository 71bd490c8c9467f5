from django.apps import AppConfig


class CallmakingConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.programmes.callmaking"
    label = "callmaking"
