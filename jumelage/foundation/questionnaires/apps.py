from django.apps import AppConfig


class QuestionnairesConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.foundation.questionnaires"
    label = "questionnaires"
