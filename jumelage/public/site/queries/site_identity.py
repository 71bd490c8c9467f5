"""Whose site this is."""

from django.conf import settings
from django.db.models import Exists

from jumelage.foundation.kernel.translated import Translated
from jumelage.public.site.models import SiteIdentity
from jumelage.public.site.queries.editorial import live_pages

NEUTRAL_NAME = "Jumelage"
# The editors' pages to which the foot of every page leads, once they are written.
FOOT_PAGES = ("contact", "accessibility", "privacy", "legal-notice")


def identity() -> SiteIdentity:
    """The site's identity with its organisation and the `missing_pages` of its foot, in one query; before it is
    loaded, a neutral one that is not kept.
    """
    live = live_pages()
    missing = {_name(key): ~Exists(live.filter(key=key)) for key in FOOT_PAGES}
    kept = SiteIdentity.objects.select_related("organisation").annotate(**missing).first()
    if kept is None:
        kept = SiteIdentity(
            city_name=Translated({code: NEUTRAL_NAME for code, _ in settings.LANGUAGES})
        )
    kept.missing_pages = frozenset(key for key in FOOT_PAGES if getattr(kept, _name(key), True))
    return kept


def has_identity() -> bool:
    """Whether somebody has said whose site this is."""
    return SiteIdentity.objects.exists()


def _name(key: str) -> str:
    return f"misses_{key.replace('-', '_')}"
