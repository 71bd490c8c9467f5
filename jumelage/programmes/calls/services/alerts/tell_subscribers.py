"""Write to subscribers about one call."""

from datetime import datetime

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.programmes.calls.choices import AlertKind
from jumelage.programmes.calls.models import Alert, Call, Notice, Subscription
from jumelage.programmes.calls.tasks import tell_subscriber


def tell_subscribers(
    call: Call, kind: AlertKind, *, now: datetime, notice: Notice | None = None
) -> int:
    """Write of `call` to each confirmed subscriber who was not told yet; how many letters go out.

    With a `notice`, once for that notice; else once of the `kind`, and not to who was told that the call opens
    again: that letter names its new end.
    """
    with transaction.atomic():
        # This lock settles two runs at once: the second asks once the first wrote down whom it told.
        Call.objects.select_for_update().get(pk=call.pk)
        waiting = Subscription.objects.select_for_update().exclude(confirmed_at=None)
        told = Alert.objects.filter(call=call)
        told = (
            told.filter(notice=notice)
            if notice
            else told.filter(kind__in=(kind, AlertKind.REOPENING))
        )
        rows = [
            Alert(call=call, kind=kind, subscription=one, notice=notice, at=now)
            for one in waiting.exclude(pk__in=told.values("subscription"))
        ]
        Alert.objects.bulk_create(rows)
        for row in rows:
            tell_subscriber.enqueue(row.pk)
        if rows:
            write_line("calls.send-alerts", call, kind=kind, letters=len(rows))
    return len(rows)
