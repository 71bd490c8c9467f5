"""Ask a clerk, do what they ask, and show what is refused over the form, with all that was written."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.programmes.applications.queries.files import Access, access_to

UNPROCESSABLE = 422


def found(request: HttpRequest, key: UUID) -> Access:
    """The application `key` as this person may see it; 404 when they may not know of it."""
    access = access_to(request.user, key)
    if access is None:
        raise Http404
    return access


def trail(access: Access | None = None) -> list[dict[str, str]]:
    """The way from the list to here."""
    steps = [{"label": gettext("Applications"), "url": reverse("desk-applications")}]
    if access:
        address = reverse("desk-application", args=[access.application.key])
        steps.append({"label": gettext("Application"), "url": address})
    return steps


def asked(
    request: HttpRequest,
    form: Form,
    act: Callable[[], str],
    *,
    template: str = "registers/desk/act.html",
    done: str,
    **context: Any,
) -> HttpResponse:
    """Do `act`, which gives the address to go to; `done` is said there."""
    if request.method == "POST" and form.is_valid():
        try:
            address = act()
        except Refused as refusal:
            form.add_error(None, sentence(refusal))
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, done)
            return redirect(address)
    status = UNPROCESSABLE if form.errors else 200
    return render(request, template, {"form": form, **context}, status=status)
