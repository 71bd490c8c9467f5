"""Letters to subscribers, plain text, each in its reader's language."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext, override

from jumelage.programmes.calls.choices import AlertKind
from jumelage.programmes.calls.models import Alert, Subscription
from jumelage.programmes.calls.phrases import moment_words
from jumelage.programmes.calls.queries import published
from jumelage.programmes.calls.queries.alerts import CONFIRM_DAYS, token_for


def confirmation_letter(subscription: Subscription) -> EmailMessage:
    """The link by which to confirm a subscription."""
    with override(subscription.language):
        context = {
            "address": _link(subscription, "call-alerts-confirm", "confirm"),
            "days": CONFIRM_DAYS,
        }
        subject = gettext("Confirm that you want news of the calls for projects")
        return _letter(subscription, subject, "calls/notices/confirm.txt", context)


def alert_letter(alert: Alert) -> EmailMessage:
    """What opens, closes soon or opens again; with a link that ends the subscription in one click (RFC 8058)."""
    subscription = alert.subscription
    with override(subscription.language):
        regulation = published(alert.call)
        call = regulation.call if regulation else alert.call
        told = {
            AlertKind.OPENING: gettext("Open: {call}"),
            AlertKind.LAST_DAYS: gettext("Closes soon: {call}"),
            AlertKind.REOPENING: gettext("Open again: {call}"),
        }[AlertKind(alert.kind)]
        end = _link(subscription, "call-alerts-end", "end")
        context = {
            "call": call,
            "kind": alert.kind,
            "notice": alert.notice,
            "closes": moment_words(alert.call.closes_at),
            "address": settings.SITE_ADDRESS + reverse("call", args=[alert.call.slug]),
            "end": end,
        }
        letter = _letter(
            subscription, told.format(call=call.title), "calls/notices/alert.txt", context
        )
        letter.extra_headers = {
            "List-Unsubscribe": f"<{end}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }
        return letter


def _link(subscription: Subscription, name: str, purpose: str) -> str:
    token = token_for(subscription, purpose=purpose)
    return settings.SITE_ADDRESS + reverse(name, args=[subscription.pk, token])


def _letter(
    subscription: Subscription, subject: str, template: str, context: dict[str, Any]
) -> EmailMessage:
    body = render_to_string(template, context).strip() + "\n"
    return EmailMessage(" ".join(subject.split()), body, to=[subscription.email])
