from django.apps import AppConfig


class LoadingConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.public.loading"
    label = "loading"
