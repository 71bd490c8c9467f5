from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.city.organisations"
    label = "organisations"
