from django.apps import AppConfig


class KernelConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.foundation.kernel"
    label = "kernel"
