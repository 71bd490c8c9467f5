"""What is done when news comes from the calls, and when a mail went out."""

from typing import Any

from django.dispatch import receiver
from django.utils import timezone

from jumelage.programmes.applications.choices import Letter
from jumelage.programmes.applications.models import Mail
from jumelage.programmes.applications.services.exchange.settle_mail import settle_mail
from jumelage.programmes.applications.services.exchange.tell_call_news import tell_call_news
from jumelage.programmes.applications.signals import mail_settled
from jumelage.programmes.calls.models import Call, Notice
from jumelage.programmes.calls.signals import call_amended, call_cancelled, call_extended


@receiver(call_amended)
def tell_amended(call: Call, notice: Notice, **_: Any) -> None:
    """Those with a draft learn that the rules changed."""
    tell_call_news(call, notice, Letter.AMENDED, now=timezone.now())


@receiver(call_extended)
def tell_extended(call: Call, notice: Notice, **_: Any) -> None:
    """Those with a draft learn that there is more time."""
    tell_call_news(call, notice, Letter.EXTENDED, now=timezone.now())


@receiver(call_cancelled)
def tell_cancelled(call: Call, notice: Notice, **_: Any) -> None:
    """Everybody learns that the call is cancelled."""
    tell_call_news(call, notice, Letter.CANCELLED, now=timezone.now())


@receiver(mail_settled)
def note_mail(mail: Mail, trouble: str, **_: Any) -> None:
    """What became of a mail stands in the file."""
    settle_mail(mail, trouble, now=timezone.now())
