from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.programmes.intake"
    label = "intake"
