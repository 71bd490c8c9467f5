"""Letters of the room, plain text."""

from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import ngettext, override

from jumelage.foundation.accounts.models import User
from jumelage.programmes.fairtrade.models import Certificate
from jumelage.programmes.fairtrade.rules.validity import days_left


def certificates_end(clerk: User, rows: Sequence[Certificate], *, today: date) -> EmailMessage:
    """The letter that tells a clerk, in their language, which certificates end or have ended."""
    with override(clerk.language):
        subject = ngettext(
            "%(count)d supplier’s certificate ends or has ended",
            "%(count)d suppliers’ certificates end or have ended",
            len(rows),
        ) % {"count": len(rows)}
        lines = [
            {
                "certificate": one,
                "left": days_left(one.valid_until, today=today),
                "address": settings.SITE_ADDRESS + reverse("desk-certificate", args=[one.pk]),
            }
            for one in rows
        ]
        context = {"clerk": clerk, "lines": lines}
        body = render_to_string("fairtrade/notices/certificates-end.txt", context)
        return EmailMessage(subject, body.strip() + "\n", to=[clerk.email])
