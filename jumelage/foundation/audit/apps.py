from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.foundation.audit"
    label = "audit"
