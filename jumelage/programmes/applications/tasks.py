"""Deliveries of the room, made after the answer."""

from jumelage.foundation.kernel.background import task
from jumelage.programmes.applications.choices import Sent
from jumelage.programmes.applications.models import Mail
from jumelage.programmes.applications.notices import letter
from jumelage.programmes.applications.signals import mail_settled


@task
def deliver(number: int) -> None:
    """Send the mail of that number, unless it went out already or its application is gone."""
    mail = Mail.objects.filter(pk=number, state__in=(Sent.WAITING, Sent.FAILED)).first()
    if mail is None:
        return
    try:
        letter(mail).send()
    except OSError as error:
        # Seen by the service at once; the queue tries again.
        mail_settled.send(sender=Mail, mail=mail, trouble=f"{type(error).__name__}: {error}")
        raise
    mail_settled.send(sender=Mail, mail=mail, trouble="")
