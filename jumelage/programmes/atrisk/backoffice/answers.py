"""How the acts of the officer are asked, done and answered."""

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
from jumelage.foundation.registers.queries.meeting import clashes_of
from jumelage.programmes.atrisk.backoffice.files import trail
from jumelage.programmes.atrisk.forms.fields import StaffForm
from jumelage.programmes.atrisk.models import AdoptedPerson

UNPROCESSABLE = 422


def ask(
    request: HttpRequest,
    person: AdoptedPerson,
    form: StaffForm,
    act: Callable[[], object],
    heading: str,
    *,
    seen: str = "",
    **shown: Any,
) -> HttpResponse:
    """Ask, do, and go back to the file; what is refused stands over the form, with all that was written.

    `seen`: what the record holds now, as marks.
    """
    page: dict[str, Any] = {"marks": request.POST.get("marks", seen)}
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except Refused as refusal:
            labels = {name: field.label for name, field in form.fields.items()}
            # The next save starts from what was just compared.
            if clashes := clashes_of(refusal, labels):
                page |= {"clashes": clashes, "marks": seen}
            form.add_error(None, sentence(refusal))
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, gettext("Done: {what}.").format(what=heading))
            return redirect("desk-person-at-risk", slug=person.slug)
    page |= {"heading": heading, "trail": trail(person), "form": form, "lede": person.name, **shown}
    page["back"] = reverse("desk-person-at-risk", args=[person.slug])
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "atrisk/desk/form.html", page, status=status)


def done(
    request: HttpRequest, person: AdoptedPerson, act: Callable[[], object], told: str
) -> HttpResponse:
    """Do what needs no form."""
    try:
        act()
    except Refused as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, told)
    return redirect("desk-person-at-risk", slug=person.slug)
