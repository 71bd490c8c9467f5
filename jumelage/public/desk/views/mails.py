"""The letter box of the demonstration."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from jumelage.public.desk.queries import sent_mails as mails


def _demo_only() -> None:
    if not settings.DEMO:
        raise Http404


@never_cache
def sent_mails(request: HttpRequest) -> HttpResponse:
    """Every mail, the newest first."""
    _demo_only()
    return render(request, "desk/public/mails.html", {"mails": mails.sent_mails()})


@never_cache
def sent_mail(request: HttpRequest, key: str) -> HttpResponse:
    """One mail."""
    _demo_only()
    mail = mails.sent_mail(key)
    if mail is None:
        raise Http404
    return render(request, "desk/public/mail.html", {"mail": mail})
