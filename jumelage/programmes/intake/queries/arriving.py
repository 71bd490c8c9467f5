"""For which calls paper may still be entered."""

from jumelage.programmes.calls.models import Call


def calls_to_enter() -> list[Call]:
    """Published calls with a form that are not cancelled, with their tracks, the newest first: what came in time may be
    typed in later. 2 queries.
    """
    found = Call.objects.filter(
        published=True, cancelled=False, current__form_version__isnull=False
    )
    around = found.select_related("current__form_version").prefetch_related("tracks")
    return list(around.order_by("-year", "slug"))
