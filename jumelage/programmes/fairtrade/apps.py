from django.apps import AppConfig


class FairTradeConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.programmes.fairtrade"
    label = "fairtrade"
