"""Ask a form, do the act, say what became of it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.programmes.callmaking.backoffice.calls import trail
from jumelage.programmes.callmaking.forms.fields import StaffForm
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries.words import words_of_field

UNPROCESSABLE = 422


def ask(
    request: HttpRequest,
    form: StaffForm,
    act: Callable[[], Call | None],
    *,
    heading: str,
    call: Call | None = None,
    marks: Callable[[], str] | None = None,
    **shown: Any,
) -> HttpResponse:
    """Ask, do, and go to the call that `act` gives, or to the list; what is refused stands over the form, as written.

    `marks` gives what the record holds now, for two people in one form.
    """
    clashes: list[dict[str, str]] = []
    if request.method == "POST" and form.is_valid():
        try:
            done = act()
        except Refused as refusal:
            told = refusal.details.get("clashes", [])
            clashes = [{**one, "name": words_of_field(one["field"])} for one in told]
            form.add_error(None, sentence(refusal))
        except ValidationError as error:
            form.add_errors(error)
        else:
            messages.success(request, gettext("Done: {what}.").format(what=heading))
            return redirect("desk-call", slug=done.slug) if done else redirect("desk-calls")
    fresh = request.method != "POST" or bool(clashes)
    context = {
        "heading": heading,
        "trail": trail(call),
        "form": form,
        "clashes": clashes,
        # What was compared is what the next save starts from; before that, what the form was opened with.
        "marks": (marks() if fresh else request.POST.get("marks", "")) if marks else "",
        "back": reverse("desk-call", args=[call.slug]) if call else reverse("desk-calls"),
        **shown,
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "callmaking/desk/form.html", context, status=status)


def done(request: HttpRequest, call: Call, act: Callable[[], object], told: str) -> HttpResponse:
    """Do what needs no form."""
    try:
        act()
    except Refused as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, told)
    return redirect("desk-call", slug=call.slug)
