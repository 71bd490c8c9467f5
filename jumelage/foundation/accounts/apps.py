from importlib import import_module

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.foundation.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Listen to allauth."""
        import_module("jumelage.foundation.accounts.receivers")
