"""A clerk helps somebody who lost their second factor."""

from collections.abc import Callable
from functools import wraps

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from jumelage.foundation.accounts.forms.assistance import PersonForm, ResetForm
from jumelage.foundation.accounts.models import User
from jumelage.foundation.accounts.permissions import may_assist_somebody
from jumelage.foundation.accounts.queries import has_second_factor, person_by_email
from jumelage.foundation.accounts.services.reset_second_factor import (
    check_assistance,
    reset_second_factor,
)
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence

_View = Callable[[HttpRequest], HttpResponse]


def _helpers_only(view: _View) -> _View:
    @wraps(view)
    def checked(request: HttpRequest) -> HttpResponse:
        if not may_assist_somebody(request.user):
            raise PermissionDenied
        return view(request)

    return checked


@never_cache
@login_required
@_helpers_only
@reauthentication_required
def assistance(request: HttpRequest) -> HttpResponse:
    """Find a person by e-mail address; the address travels in the body, not in the logs."""
    form = PersonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            person = _person(form.cleaned_data["email"])
            check_assistance(person, actor=request.user)  # type: ignore[arg-type]
        except Refused as refusal:
            form.add_error("email", sentence(refusal))
        else:
            return _confirmation(request, person, ResetForm(initial={"email": person.email}))
    return TemplateResponse(request, "accounts/desk/assistance.html", {"form": form})


@never_cache
@login_required
@require_POST
@_helpers_only
@reauthentication_required
def reset(request: HttpRequest) -> HttpResponse:
    """Remove the second factor of the person confirmed."""
    form = ResetForm(request.POST)
    try:
        person = _person(form["email"].value() or "")
        if form.is_valid():
            reason = form.cleaned_data["reason"]
            reset_second_factor(person, reason=reason, actor=request.user)  # type: ignore[arg-type]
            messages.success(
                request, gettext("The second factor is removed. We wrote to the person.")
            )
            return redirect("assistance")
        return _confirmation(request, person, form)
    except Refused as refusal:
        messages.error(request, sentence(refusal))
        return redirect("assistance")


def _person(email: str) -> User:
    person = person_by_email(email)
    if person is None:
        raise Refused("person-unknown")
    return person


def _confirmation(request: HttpRequest, person: User, form: ResetForm) -> HttpResponse:
    page = {"person": person, "form": form, "protected": has_second_factor(person)}
    return TemplateResponse(request, "accounts/desk/assistance_confirm.html", page)
