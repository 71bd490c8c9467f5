from django.apps import AppConfig


class MediaConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.city.media"
    label = "media"
