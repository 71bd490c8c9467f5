from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Wiring of the room."""

    name = "jumelage.public.site"
    label = "site"

    def ready(self) -> None:
        """Listen to the rooms below."""
        from wagtail.models import Page
        from wagtail.permissions import register_permission_policy

        from jumelage.public.site import receivers  # noqa: F401 - models are ready only now
        from jumelage.public.site.adapters import ActPagePolicy

        register_permission_policy(Page, ActPagePolicy())
