"""Letters of the room: one table, one template, plain text, each in its reader's language."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from jumelage.programmes.applications.choices import Channel, Letter
from jumelage.programmes.applications.models import CompletionWindow, Invitation, LateCode, Mail
from jumelage.programmes.applications.queries.deposits import standing_deposit
from jumelage.programmes.applications.queries.late_codes import code_of
from jumelage.programmes.applications.queries.people import token_of
from jumelage.programmes.applications.queries.receipts import moment_words, receipt_pdf
from jumelage.programmes.calls.models import Notice

_Words = str | Promise


@dataclass(frozen=True)
class Words:
    """A letter: its subject starts with the fact, its text says what to do now."""

    subject: _Words
    text: _Words


WORDS: dict[str, Words] = {
    Letter.RECEIPT: Words(
        _("Deposited: your application has the number {number}"),
        _(
            "Your application “{title}” in the call “{call}” is deposited. Number: {number}."
            " The receipt is joined; keep it. Nothing more is to be done."
        ),
    ),
    Letter.COMPLETED: Words(
        _("Completed: your application {number}"),
        _(
            "What the service asked you to complete in “{title}” is received. The number stays {number}."
        ),
    ),
    Letter.WITHDRAWN: Words(
        _("Withdrawn: your application {occasion} no longer takes part"),
        _(
            "Somebody who works on “{title}” withdrew its deposit in the call “{call}”. Until the deadline it may be"
            " deposited again, under a new number."
        ),
    ),
    Letter.INVITATION: Words(
        _("{inviter} asks you to work on an application"),
        _(
            "It is the application “{title}” in the call “{call}”. You will be able to: {right}. Open this link, sign"
            " in or create an account, and press “Join”. The link is for you alone and is valid until {until}."
        ),
    ),
    Letter.ANSWER: Words(
        _("The service answered a question about “{title}”"),
        _("Read it in the application, under “Questions to the service” (call “{call}”)."),
    ),
    Letter.LATE_CODE: Words(
        _("Your code to deposit after the deadline"),
        _(
            "The code is {code}. It is for {name} alone, for one application in the call “{call}”, and is valid until"
            " {until}. Once the deadline is over, sign in with this e-mail address, or create an account with it, and"
            " write the code where the page asks for it."
        ),
    ),
    Letter.COMPLETION: Words(
        _("Please complete your application {number} before {until}"),
        _("The service asks you about “{title}”: {message}"),
    ),
    Letter.AMENDED: Words(
        _("The rules of the call have changed"),
        _(
            "You have a draft, “{title}”, in the call “{call}”. Why the rules changed: {reason}"
            " The public notice shows what changed, text by text. Your draft is NOT deposited."
        ),
    ),
    Letter.EXTENDED: Words(
        _("You have more time: the call now closes on {closes}"),
        _(
            "You have a draft, “{title}”, in the call “{call}”. Why there is more time: {reason}"
            " Your draft is NOT deposited."
        ),
    ),
    Letter.CANCELLED: Words(
        _("The call is cancelled"),
        _(
            "The call “{call}” is cancelled; your application “{title}” takes no further part. {reason}"
        ),
    ),
    Letter.REMINDER: Words(
        _("NOT deposited yet: the call closes on {closes}"),
        _(
            "Your draft “{title}” in the call “{call}” is NOT deposited. Only what is deposited before the deadline"
            " takes part."
        ),
    ),
    Letter.RETENTION: Words(
        _("Your draft will be erased on {until}"),
        _(
            "Your draft “{title}” in the call “{call}” was never deposited. It will be erased, as the call says."
            " Take a copy before if you wish to keep it."
        ),
    ),
}


def letter(mail: Mail) -> EmailMessage:
    """The mail as it goes out, in the reader's language; with its receipt, whatever became of the deposit since."""
    with override(mail.language):
        details = _details(mail)
        words = WORDS[mail.kind]
        body = render_to_string(
            "applications/notices/letter.txt",
            {**details, "text": str(words.text).format(**details)},
        )
        subject = " ".join(str(words.subject).format(**details).split())
        message = EmailMessage(subject, body.strip() + "\n", to=[mail.address])
        if mail.kind == Letter.RECEIPT and mail.application:
            deposit = mail.application.deposits.get(number=mail.occasion)
            content = receipt_pdf(deposit, mail.language)
            message.attach(f"{deposit.number}.pdf", content, "application/pdf")
    return message


def _details(mail: Mail) -> dict[str, Any]:
    application = mail.application
    found: dict[str, Any] = {
        "occasion": mail.occasion,
        "link": "",
        "notice_link": "",
        "inside": False,
        **mail.details,
    }
    if application:
        deposit = standing_deposit(application)
        member = application.members.filter(user__email__iexact=mail.address).exists()
        found |= {
            "title": application.title or _("without a title yet"),
            "call": application.call.title,
            "number": deposit.number if deposit else "",
            # Who is no member would find nothing there: who applied on paper gets all by the letter itself.
            "link": _address("application", application.key) if member else "",
            "inside": member,
            "outside": application.channel != Channel.ONLINE and not member,
            "contact": application.call.contact_email,
            "site": _address("account_signup"),
        }
    gather = _GATHER.get(mail.kind)
    return found | (gather(mail) if gather else {})


def _invitation(mail: Mail) -> dict[str, Any]:
    found = Invitation.objects.select_related("invited_by").get(pk=mail.details["invitation"])
    return {
        "inviter": str(found.invited_by),
        "right": found.get_right_display().lower(),  # type: ignore[attr-defined,unused-ignore]
        "until": moment_words(found.expires_at),
        "link": _address("application-invitation", token_of(found)),
    }


def _late_code(mail: Mail) -> dict[str, Any]:
    found = LateCode.objects.select_related("call").get(pk=mail.details["late_code"])
    draft = ("application", mail.application.key) if mail.application else None
    return {
        "code": code_of(found),
        "name": found.name,
        "call": found.call.title,
        "until": moment_words(found.expires_at),
        "link": _address(*(draft or ("application-start", found.call.slug))),
        "contact": found.call.contact_email,
    }


def _completion(mail: Mail) -> dict[str, Any]:
    found = CompletionWindow.objects.get(pk=int(mail.occasion))
    return {"until": moment_words(found.until), "message": found.message}


def _notice(mail: Mail) -> dict[str, Any]:
    found = Notice.objects.select_related("call").get(pk=mail.details["notice"])
    closes_at = found.call.closes_at
    return {
        "reason": found.reason,
        "closes": moment_words(closes_at) if closes_at else str(found.closes_on or ""),
        "notice_link": f"{_address('call', found.call.slug)}#notice-{found.pk}",
    }


_GATHER: dict[str, Callable[[Mail], dict[str, Any]]] = {
    # Of the deposit that it tells, withdrawn since or not.
    Letter.RECEIPT: lambda mail: {"number": mail.occasion},
    Letter.INVITATION: _invitation,
    Letter.LATE_CODE: _late_code,
    Letter.COMPLETION: _completion,
    Letter.AMENDED: _notice,
    Letter.EXTENDED: _notice,
    Letter.CANCELLED: _notice,
}


def _address(name: str, *args: Any) -> str:
    return f"{settings.SITE_ADDRESS}{reverse(name, args=args)}"
