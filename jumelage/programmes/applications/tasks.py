"""Deliveries of the room, made after the answer."""

from jumelage.foundation.kernel.background import task
from jumelage.programmes.applications.choices import Letter, Sent, State
from jumelage.programmes.applications.models import Mail
from jumelage.programmes.applications.notices import letter
from jumelage.programmes.applications.signals import mail_settled


@task
def deliver(number: int) -> None:
    """Send the mail of that number, unless it went out already, is overtaken, or its application is gone."""
    # Who deposited while the mail server was away is not reminded that nothing is deposited.
    told = Mail.objects.exclude(kind=Letter.REMINDER, application__state=State.DEPOSITED)
    mail = told.filter(pk=number, state__in=(Sent.WAITING, Sent.FAILED)).first()
    if mail is None:
        return
    try:
        letter(mail).send()
    except OSError as error:
        # Seen by the service at once; the queue tries again.
        mail_settled.send(sender=Mail, mail=mail, trouble=f"{type(error).__name__}: {error}")
        raise
    mail_settled.send(sender=Mail, mail=mail, trouble="")
