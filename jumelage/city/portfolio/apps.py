from django.apps import AppConfig


class PortfolioConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.city.portfolio"
    label = "portfolio"
