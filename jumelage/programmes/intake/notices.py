"""Letters of the room, plain text: the subject starts with the fact."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import gettext, override

from jumelage.programmes.applications.queries.receipts import moment_words


def dossier_ageing(to: str, name: str, until: datetime, languages: Sequence[str]) -> EmailMessage:
    """To an address of a dossier that nobody manages: it will be erased; in each of `languages`."""
    subjects, texts = [], []
    for language in languages:
        with override(language):
            subject = gettext("The dossier of “{name}” will be erased on {until}")
            subjects.append(subject.format(name=name, until=moment_words(until)))
            text = gettext(
                "Nobody of your organisation manages this dossier, and no application was made with it. If you still"
                " need it, tell the city before that day who may manage it. If not, you need do nothing."
            )
            texts.append(f"{text}\n\n{settings.SITE_ADDRESS}{reverse('contact')}\n")
    # A name typed by somebody never breaks the head of a letter.
    subject = " ".join(" / ".join(subjects).split())
    return EmailMessage(subject, "\n".join(texts), to=[to])
