"""Deliveries of the room, made after the answer."""

from smtplib import SMTPException

from jumelage.foundation.kernel.background import task
from jumelage.programmes.applications.choices import Sent
from jumelage.programmes.applications.models import Mail
from jumelage.programmes.applications.notices import letter
from jumelage.programmes.applications.signals import mail_settled


@task
def deliver(number: int) -> None:
    """Send the mail of that number, unless it went out already or its application is gone."""
    mail = Mail.objects.filter(pk=number, state=Sent.WAITING).first()
    if mail is None:
        return
    trouble = ""
    try:
        letter(mail).send()
    except (SMTPException, OSError) as error:
        trouble = f"{type(error).__name__}: {error}"
    mail_settled.send(sender=Mail, mail=mail, trouble=trouble)
