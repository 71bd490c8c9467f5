"""Whose site this is."""

from django.conf import settings
from django.db.models import Subquery, Value

from jumelage.foundation.kernel.joined import Joined
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
    # Grouped by nothing: one row for all of them.
    foot = live_pages().filter(key__in=FOOT_PAGES).order_by().annotate(all=Value(1)).values("all")
    written = Subquery(foot.values(keys=Joined("key")))
    rows = SiteIdentity.objects.select_related("organisation").annotate(written=written)
    neutral = SiteIdentity(city_name=Translated.fromkeys(dict(settings.LANGUAGES), NEUTRAL_NAME))
    kept: SiteIdentity = rows.first() or neutral
    keys = getattr(kept, "written", None) or ""
    kept.missing_pages = frozenset(FOOT_PAGES).difference(keys.split(","))
    return kept


def has_identity() -> bool:
    """Whether somebody has said whose site this is."""
    return SiteIdentity.objects.exists()
