"""A clerk removes the lost second factor of somebody, who then sets up a new one."""

from functools import partial

from allauth.mfa.models import Authenticator
from django.db import transaction

from jumelage.foundation.accounts.choices import ResetReason
from jumelage.foundation.accounts.models import User
from jumelage.foundation.accounts.permissions import may_assist_somebody, may_reset_second_factor
from jumelage.foundation.accounts.services.end_sessions import end_every_session
from jumelage.foundation.accounts.tasks import tell_second_factor_reset
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused


def reset_second_factor(person: User, *, reason: str, actor: User) -> None:
    """Remove every second factor of `person`, close their sessions and write to them.

    Refused: "assistance-not-allowed", "assistance-to-oneself", "assistance-to-superior",
    "reason-unknown", "second-factor-missing".
    """
    check_assistance(person, actor=actor)
    if reason not in ResetReason.values:
        raise Refused("reason-unknown")
    with transaction.atomic():
        factors = Authenticator.objects.filter(user=person)
        types = sorted({factor.type for factor in factors})
        if not types:
            raise Refused("second-factor-missing")
        factors.delete()
        write_line(
            "accounts.second-factor-reset",
            person,
            actor=actor,
            reason=reason,
            types=types,
            sessions=end_every_session(person),
        )
        transaction.on_commit(partial(tell_second_factor_reset.enqueue, person.pk))


def check_assistance(person: User, *, actor: User) -> None:
    """Say why `actor` may not help `person`, before any reason is asked.

    Refused: "assistance-not-allowed", "assistance-to-oneself", "assistance-to-superior".
    """
    if not may_assist_somebody(actor):
        raise Refused("assistance-not-allowed")
    if person.pk == actor.pk:
        raise Refused("assistance-to-oneself")
    if not may_reset_second_factor(actor, person):
        raise Refused("assistance-to-superior")
