from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.public.desk"
    label = "desk"
