"""Questions of the room. Certificates leave it through `certificates_for` alone."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.accounts.models import Role, User
from jumelage.foundation.kernel.waiting import Waiting
from jumelage.programmes.fairtrade.choices import Act, MarkKind, PracticeKind, Validity
from jumelage.programmes.fairtrade.models import Certificate, Mark, Practice
from jumelage.programmes.fairtrade.permissions import may_keep_certificates, may_read_certificates
from jumelage.programmes.fairtrade.rules.validity import EXPIRES_SOON_DAYS, reminder_due, validity

EXAMPLES = 3


def labels() -> models.QuerySet[Mark]:
    """The labels of the guide, in its order."""
    return Mark.objects.filter(published=True, kind=MarkKind.LABEL)


def memberships() -> models.QuerySet[Mark]:
    """The schemes of which one is a member, and which certify nothing."""
    return Mark.objects.filter(published=True, kind=MarkKind.MEMBERSHIP)


def marks() -> models.QuerySet[Mark]:
    """Labels and memberships."""
    return Mark.objects.filter(published=True)


def mark(slug: str) -> Mark | None:
    """The mark of the guide under this name."""
    return marks().filter(slug=slug).first()


def practices() -> dict[str, list[Practice]]:
    """What the city holds, buys and asks, by kind: 1 query."""
    found: dict[str, list[Practice]] = {kind: [] for kind in PracticeKind.values}
    for practice in Practice.objects.filter(published=True):
        found[practice.kind].append(practice)
    return found


def certificates_for(user: Any) -> models.QuerySet[Certificate]:
    """The certificates that `user` may read, the one that ends first first; nothing for others."""
    if not may_read_certificates(user):
        return Certificate.objects.none()
    return Certificate.objects.select_related("supplier", "mark").order_by("valid_until", "id")


def certificate_for(user: Any, number: int) -> Certificate | None:
    """One certificate (by its row number) with its checks and reminders, for who may read it."""
    found = certificates_for(user).prefetch_related("checks__by", "reminders")
    return found.filter(pk=number).first()


def standing_on(
    found: models.QuerySet[Certificate], standing: str, *, today: date
) -> models.QuerySet[Certificate]:
    """Those of `found` that are "expired", "soon", "future" or "valid" today; any other word: all."""
    soon = today + timedelta(days=EXPIRES_SOON_DAYS)
    chosen = {
        Validity.EXPIRED: models.Q(valid_until__lt=today),
        Validity.FUTURE: models.Q(valid_until__gte=today, valid_from__gt=today),
        Validity.SOON: models.Q(valid_until__range=(today, soon), valid_from__lte=today),
        Validity.VALID: models.Q(valid_until__gt=soon, valid_from__lte=today),
    }
    return found.filter(chosen[Validity(standing)]) if standing in Validity.values else found


def validity_of(certificate: Certificate, *, today: date) -> Validity:
    """Where one certificate stands today."""
    return Validity(
        validity(
            valid_from=certificate.valid_from, valid_until=certificate.valid_until, today=today
        )
    )


def counts(user: Any, *, today: date) -> dict[str, int]:
    """How many certificates stand where: expired ones and those that expire soon, always both."""
    found = certificates_for(user)
    return {one: standing_on(found, one, today=today).count() for one in Validity.values}


def reminders_due(*, today: date) -> list[tuple[Certificate, int]]:
    """Certificates with the threshold (days) reached today and not yet told for this end of validity."""
    soon = today + timedelta(days=EXPIRES_SOON_DAYS)
    rows = Certificate.objects.filter(valid_until__lte=soon).prefetch_related("reminders")
    due = ((row, reminder_due(row.valid_until, today=today)) for row in rows)
    return [(row, days) for row, days in due if days is not None and not _told(row, days)]


def _told(certificate: Certificate, days: int) -> bool:
    told: Iterable[Any] = certificate.reminders.all()
    return any(
        one.valid_until == certificate.valid_until and one.threshold_days <= days for one in told
    )


def clerks() -> list[User]:
    """The people with an open account whose role keeps certificates: they are reminded."""
    roles = [role.pk for role in Role.objects.all() if Act.KEEP in role.acts]
    return list(User.objects.filter(is_active=True, roles__in=roles).distinct())


def waiting(user: Any, today: date) -> list[Waiting]:
    """What waits for those who keep certificates."""
    if not may_keep_certificates(user):
        return []
    lines = (
        (_("Suppliers’ certificates that have expired"), Validity.EXPIRED, True),
        (_("Suppliers’ certificates that expire soon"), Validity.SOON, False),
    )
    return [_line(user, title, kind, urgent, today) for title, kind, urgent in lines]


def _line(user: Any, title: Any, kind: Validity, urgent: bool, today: date) -> Waiting:
    found = standing_on(certificates_for(user), kind, today=today)
    examples = tuple(
        (str(one), reverse("desk-certificate", args=[one.pk])) for one in found[:EXAMPLES]
    )
    address = f"{reverse('desk-certificates')}?standing={kind}"
    return Waiting(
        title=title, count=found.count(), address=address, examples=examples, urgent=urgent
    )
