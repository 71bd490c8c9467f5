from django.apps import AppConfig


class CalendarsConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.foundation.calendars"
    label = "calendars"
