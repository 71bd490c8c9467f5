from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.city.evidence"
    label = "evidence"
