from django.apps import AppConfig


class LinksConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.public.links"
    label = "links"

    def ready(self) -> None:
        """Listen to pages that move."""
        from jumelage.public.links import receivers  # noqa: F401 - models are ready only now
