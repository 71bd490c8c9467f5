"""Letters of the room, plain text: the subject starts with the fact."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext, override

from jumelage.city.dossiers.choices import RequestState
from jumelage.city.dossiers.models import AccessRequest, Dossier, DossierDocument, DossierInvitation
from jumelage.foundation.accounts.models import User


def access_asked(manager: User, dossier: Dossier) -> EmailMessage:
    """To a manager: somebody asks for access. Who it is stands on the page, behind the sign-in."""
    with override(manager.language):
        return _letter(
            manager.email,
            gettext("Somebody asks for access to the dossier of “{name}”").format(
                name=dossier.name
            ),
            gettext("Look at the request, then let the person in or refuse, with a reason:"),
            reverse("dossier-access", args=[dossier.pk]),
        )


def access_decided(asked: AccessRequest) -> EmailMessage:
    """To who asked: yes, or no with the reason."""
    with override(asked.user.language):
        if asked.state == RequestState.GRANTED:
            subject = gettext("You have access to the dossier of your organisation")
            text = gettext("You find it here:")
        else:
            subject = gettext("Your request for access was refused")
            text = gettext("The answer you were given: {answer}").format(answer=asked.answer)
        return _letter(asked.user.email, subject, text, reverse("dossiers"))


def invited(invitation: DossierInvitation) -> EmailMessage:
    """To the address invited, in the language of who invites."""
    with override(invitation.invited_by.language):
        values = {"person": invitation.invited_by, "name": invitation.dossier.name}
        return _letter(
            invitation.email,
            gettext("{person} invites you to the dossier of “{name}”").format(**values),
            gettext(
                "Sign in with this e-mail address, or create an account with it, and accept the"
                " invitation within 14 days. If you do not know this person, do nothing:"
            ),
            reverse("dossiers"),
        )


def manager_appointed(member: User, dossier: Dossier, appointed: User) -> EmailMessage:
    """To every member: the city says who manages the dossier."""
    with override(member.language):
        return _letter(
            member.email,
            gettext("The city appointed a manager of the dossier of “{name}”").format(
                name=dossier.name
            ),
            gettext("{person} manages it from now on. If this is not right, tell the city.").format(
                person=appointed
            ),
            reverse("dossier-access", args=[dossier.pk]),
        )


def handed_over(heir: User, dossier: Dossier, former: User) -> EmailMessage:
    """To who manages the dossier from now on: a colleague left, and handed it over."""
    with override(heir.language):
        values = {"person": former, "name": dossier.name}
        return _letter(
            heir.email,
            gettext("{person} handed the dossier of “{name}” over to you").format(**values),
            gettext("You manage it from now on: you keep it up to date and decide who has access."),
            reverse("dossier", args=[dossier.pk]),
        )


def document_refused(member: User, document: DossierDocument) -> EmailMessage:
    """To those who write the dossier: the city asks for a document again, and says why."""
    with override(member.language):
        return _letter(
            member.email,
            gettext("A document must be sent again: {kind}").format(
                kind=document.get_kind_display()
            ),
            gettext("The city says: {remark}").format(remark=document.remark),
            reverse("dossier", args=[document.dossier_id]),
        )


def _letter(to: str, subject: str, text: str, address: str) -> EmailMessage:
    context: dict[str, Any] = {
        "text": text,
        "link": settings.SITE_ADDRESS + address,
        "site": settings.SITE_ADDRESS,
    }
    body = render_to_string("dossiers/notices/letter.txt", context)
    # A name typed by somebody never breaks the head of a letter.
    return EmailMessage(" ".join(subject.split()), body.strip() + "\n", to=[to])
