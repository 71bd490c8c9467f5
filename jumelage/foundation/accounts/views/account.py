"""My account: who I am here, how I sign in, my data."""

from datetime import UTC, datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from jumelage.foundation.accounts import queries
from jumelage.foundation.accounts.forms.account import ProfileForm
from jumelage.foundation.accounts.permissions import may_assist_somebody
from jumelage.foundation.accounts.services.change_profile import change_profile
from jumelage.foundation.accounts.services.end_sessions import end_session
from jumelage.foundation.accounts.services.export_data import export_data
from jumelage.foundation.accounts.views.confirming import confirmed_lately
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence


@never_cache
@login_required
def account(request: HttpRequest) -> HttpResponse:
    """The page of one's own account, and the form of name and language on it."""
    person: Any = request.user
    known = {"name": person.name, "language": person.language}
    form = ProfileForm(request.POST if request.method == "POST" else None, initial=known)
    if request.method == "POST" and form.is_valid():
        change_profile(person, **form.cleaned_data)
        messages.success(request, gettext("Your details are saved."))
        return redirect("account")
    page = {
        "form": form,
        "roles": list(person.roles.all()),
        "passkeys": queries.passkeys_of(person),
        "app": queries.has_authenticator_app(person),
        "codes_left": queries.recovery_codes_left(person),
        "assists": may_assist_somebody(person),
    }
    return TemplateResponse(request, "accounts/public/account.html", page)


@never_cache
@login_required
@require_POST
@confirmed_lately
def export(request: HttpRequest) -> HttpResponse:
    """One's own data as a JSON file."""
    data = export_data(request.user)  # type: ignore[arg-type]
    day = datetime.now(tz=UTC).date().isoformat()
    answer = JsonResponse(data, json_dumps_params={"indent": 2, "ensure_ascii": False})
    answer["Content-Disposition"] = f'attachment; filename="jumelage-{day}.json"'
    return answer


@never_cache
@login_required
@require_POST
def session_end(request: HttpRequest, number: int) -> HttpResponse:
    """Close one session."""
    try:
        end_session(request.user, number)  # type: ignore[arg-type]
        messages.success(request, gettext("The session is closed."))
    except Refused as refusal:
        messages.error(request, sentence(refusal))
    return redirect("usersessions_list")
