from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.public.site"
    label = "site"
