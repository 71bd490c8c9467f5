"""Remind the clerks of certificates that end."""

from datetime import date

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.programmes.fairtrade import queries
from jumelage.programmes.fairtrade.models import Certificate, Reminder
from jumelage.programmes.fairtrade.tasks import tell_clerk


def remind_clerks(*, today: date) -> int:
    """Write once per threshold of days to every clerk who keeps certificates; how many certificates were told of.

    Without a clerk nothing is sent and nothing is written down, so that nobody is passed over. Safe to run again.
    """
    with transaction.atomic():
        # The lock settles two runs at once: the second finds the reminders of the first.
        list(Certificate.objects.select_for_update().values_list("pk", flat=True))
        due, clerks = queries.reminders_due(today=today), queries.clerks()
        if not due or not clerks:
            return 0
        for certificate, days in due:
            Reminder.objects.create(
                certificate=certificate,
                valid_until=certificate.valid_until,
                threshold_days=days,
                sent_on=today,
            )
            write_line("fairtrade.remind", certificate, threshold_days=days, people=len(clerks))
        numbers = [certificate.pk for certificate, _ in due]
        for clerk in clerks:
            tell_clerk.enqueue(clerk.pk, numbers, today.isoformat())
    return len(due)
