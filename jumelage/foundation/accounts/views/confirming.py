"""Who is there, asked once more: by password or second factor, else by a code sent to their address."""

import time
from collections.abc import Callable
from dataclasses import asdict, replace
from functools import wraps
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.app_settings import REAUTHENTICATION_TIMEOUT
from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.account.internal.flows.reauthentication import (
    get_reauthentication_flows,
    resume_request,
    suspend_request,
)
from allauth.core.internal import ratelimit
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache

from jumelage.foundation.accounts.forms.confirming import MailedCodeForm
from jumelage.foundation.accounts.notices import letter
from jumelage.foundation.accounts.rules.mailed_code import SentCode, is_open

_KEY = "accounts_mailed_code"
View = Callable[..., HttpResponse]


def confirmed_lately(view: View) -> View:
    """Let pass who showed within five minutes that it is them; by a mailed code without password or second factor."""
    by_secret = reauthentication_required(view)

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if get_reauthentication_flows(request.user) or _confirmed(request):
            answer: HttpResponse = by_secret(request, *args, **kwargs)
            return answer
        led: HttpResponse = suspend_request(request, reverse("account-confirm"))
        return led

    return guarded


@never_cache
@login_required
def confirm(request: HttpRequest) -> HttpResponse:
    """Mail a code, then ask for it; the act that was asked for goes on by itself."""
    if get_reauthentication_flows(request.user):
        return redirect("account_reauthenticate")
    form = MailedCodeForm(request.POST if request.method == "POST" else None)
    sent = _sent(request)
    if not is_open(sent, now=time.time()):
        form = MailedCodeForm()
        if not _send(request):
            too_many: HttpResponse = ratelimit.respond_429(request)
            return too_many
    elif form.is_valid():
        if _is_right(request, form.cleaned_data["code"]):
            return _go_on(request)
        form.add_error("code", gettext("This code is not right. Check it in the latest e-mail."))
    person: Any = request.user
    page = {"verify_form": form, "email": person.email, "cancel_url": reverse("account")}
    return TemplateResponse(request, "accounts/public/confirm.html", page)


def _confirmed(request: HttpRequest) -> bool:
    records = get_authentication_records(request, request.user)
    again = [one["at"] for one in records if one.get("reauthenticated")]
    return bool(again) and time.time() - again[-1] < REAUTHENTICATION_TIMEOUT


def _sent(request: HttpRequest) -> SentCode | None:
    kept = request.session.get(_KEY)
    return SentCode(**kept) if kept else None


def _send(request: HttpRequest) -> bool:
    """Mail a new code; not when too many were asked for."""
    asked = {"app": "allauth.account", "action": "confirm_code", "limit_get": True}
    if not ratelimit.consume(request, user=request.user, **asked):
        return False
    person: Any = request.user
    code = get_adapter().generate_login_code()
    told = SentCode(_digest(person, code.replace(" ", "").upper()), time.time())
    request.session[_KEY] = asdict(told)
    letter("confirm_code", person.email, person.language, name=person.name, code=code).send()
    return True


def _is_right(request: HttpRequest, code: str) -> bool:
    sent = _sent(request)
    right = bool(sent) and constant_time_compare(sent.digest, _digest(request.user, code))  # type: ignore[union-attr]
    if right:
        del request.session[_KEY]
    elif sent:
        request.session[_KEY] = asdict(replace(sent, tries=sent.tries + 1))
    return right


def _go_on(request: HttpRequest) -> HttpResponse:
    person: Any = request.user
    record_authentication(request, person, method="code", email=person.email, reauthenticated=True)
    return resume_request(request) or redirect("account")


def _digest(person: Any, code: str) -> str:
    return salted_hmac(
        "accounts.mailed-code", f"{person.pk}/{code}", algorithm="sha256"
    ).hexdigest()
