from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.foundation.accounts"
    label = "accounts"
