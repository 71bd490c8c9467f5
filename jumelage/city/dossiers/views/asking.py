"""What the pages of a dossier have in common: who may, and a form that is asked, done and answered."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache

from jumelage.city.dossiers.choices import Right
from jumelage.city.dossiers.forms.asked import Asked
from jumelage.city.dossiers.models import Dossier
from jumelage.city.dossiers.permissions import holds, right_over
from jumelage.city.dossiers.queries import dossier_for
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence

UNPROCESSABLE = 422
View = Callable[..., HttpResponseBase]


def member_view(wanted: Right) -> Callable[[View], View]:
    """Guard a page of a dossier: its members who hold `wanted` or more. For anybody else it does not exist."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, number: int, **names: Any) -> HttpResponseBase:
            dossier = dossier_for(request.user, number)
            if dossier is None or not holds(right_over(request.user, dossier), wanted):
                raise Http404
            return view(request, dossier, **names)

        return never_cache(login_required(guarded))

    return guard


def row_of(rows: Any, number: int) -> Any:
    """The row of this number among `rows`; what is not there does not exist."""
    if (found := rows.filter(pk=number).first()) is None:
        raise Http404
    return found


def asked(
    request: HttpRequest,
    form: Asked,
    act: Callable[[], Any],
    *,
    heading: str,
    back: str,
    **shown: Any,
) -> HttpResponse:
    """Ask with `form`, do `act`, go `back` (an address); a refusal stands over the form with all that was written."""
    if request.method == "POST" and form.is_valid() and done(request, form, act):
        return redirect(back)
    context = {"form": form, "heading": heading, "back": back, **shown}
    template = shown.get("template", "dossiers/member/form.html")
    return render(request, template, context, status=UNPROCESSABLE if form.errors else 200)


def done(request: HttpRequest, form: Asked, act: Callable[[], Any]) -> bool:
    """Whether `act` was done; what refuses it becomes an error of `form`."""
    try:
        act()
    except Refused as refusal:
        form.refuse(refusal)
    except ValidationError as error:
        form.add_error(None, error.messages)
    else:
        messages.success(request, gettext("Saved."))
        return True
    return False


def act_done(request: HttpRequest, act: Callable[[], Any], *, back: str, said: str) -> HttpResponse:
    """Do `act` of a button, say `said` or why not, and go `back`."""
    try:
        act()
    except Refused as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, said)
    return redirect(back)


def part_of(dossier: Dossier, part: str) -> str:
    """The address of a part of the dossier's page."""
    return f"{reverse('dossier', args=[dossier.pk])}#{part}"
