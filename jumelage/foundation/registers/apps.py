from django.apps import AppConfig


class RegistersConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.foundation.registers"
    label = "registers"

    def ready(self) -> None:
        """Listen to the journal and to the queue."""
        from jumelage.foundation.registers import receivers  # noqa: F401 - models are ready only now
