"""Whose site this is."""

from django.conf import settings

from jumelage.foundation.kernel.translated import Translated
from jumelage.public.site.models import SiteIdentity

NEUTRAL_NAME = "Jumelage"


def identity() -> SiteIdentity:
    """The site's identity with its organisation, in one query; before it is loaded, a neutral one that is not kept."""
    kept = SiteIdentity.objects.select_related("organisation").first()
    return kept or SiteIdentity(
        city_name=Translated({code: NEUTRAL_NAME for code, _ in settings.LANGUAGES})
    )


def has_identity() -> bool:
    """Whether somebody has said whose site this is."""
    return SiteIdentity.objects.exists()
