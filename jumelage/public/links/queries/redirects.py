"""Where addresses that moved lead."""

from jumelage.public.links.models import Redirect
from jumelage.public.links.rules.redirects import plain


def table(*, but: str = "") -> dict[str, str]:
    """Old paths and where they lead, without the redirect `but`."""
    found = Redirect.objects.exclude(slug=but) if but else Redirect.objects.all()
    return dict(found.values_list("old_path", "target"))


def target_of(path: str) -> str:
    """Where the page that was at `path` is now; "" when nobody knows."""
    found = Redirect.objects.filter(old_path=plain(path)).values_list("target", flat=True).first()
    return found or ""
