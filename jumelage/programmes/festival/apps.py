from django.apps import AppConfig


class FestivalConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.programmes.festival"
    label = "festival"
