"""Ask a form, do the act, say what became of it: on the pages of a call."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from jumelage.foundation.kernel import asking
from jumelage.programmes.callmaking.backoffice.calls import trail
from jumelage.programmes.callmaking.forms.fields import StaffForm
from jumelage.programmes.calls.models import Call


def ask(
    request: HttpRequest,
    form: StaffForm,
    act: Callable[[], Call | None],
    *,
    heading: str,
    call: Call | None = None,
    **shown: Any,
) -> HttpResponse:
    """Ask, do, and go to the call that `act` gives, or to the list; what is refused stands over the form, as written.

    `marks`: what the record holds now, for two people in one form.
    """
    page = {"heading": heading, "trail": trail(call), **shown}
    return asking.asked(
        request,
        form,
        lambda: _address(act()),
        "callmaking/desk/form.html",
        back=_address(call),
        **page,
    )


def done(request: HttpRequest, call: Call, act: Callable[[], object], told: str) -> HttpResponse:
    """Do what needs no form."""
    return asking.done(request, act, told, "desk-call", call.slug)


def _address(call: Call | None) -> str:
    return reverse("desk-call", args=[call.slug]) if call else reverse("desk-calls")
