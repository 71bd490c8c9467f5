from django.apps import AppConfig


class FormBuilderConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.foundation.formbuilder"
    label = "formbuilder"
