"""For which calls paper may still be entered."""

from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries import Regulation, published


def regulations_to_enter() -> list[Regulation]:
    """What was last published of calls with a form that are not cancelled, the newest first: what came in time may be
    typed in later. 1 query.
    """
    found = Call.objects.filter(
        published=True, cancelled=False, current__form_version__isnull=False
    )
    calls = found.select_related("current__form_version").order_by("-year", "slug")
    return [regulation for call in calls if (regulation := published(call))]
