from django.apps import AppConfig


class PortfolioConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.city.portfolio"
    label = "portfolio"

    def ready(self) -> None:
        """Listen to the rooms below."""
        from jumelage.city.portfolio import receivers  # noqa: F401 - models are ready only now
