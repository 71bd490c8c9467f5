from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.public.site"
    label = "site"

    def ready(self) -> None:
        """Listen to the rooms below."""
        from jumelage.public.site import receivers  # noqa: F401 - models are ready only now
