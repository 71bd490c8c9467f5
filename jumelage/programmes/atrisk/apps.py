from django.apps import AppConfig


class AtRiskConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.programmes.atrisk"
    label = "atrisk"
