"""The administrator says whose site this is."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.foundation.registers.permissions import staff_view
from jumelage.public.desk.forms.set_up import TEXTS, SetUpForm
from jumelage.public.site.choices import Act
from jumelage.public.site.queries.site_identity import identity
from jumelage.public.site.services.set_look import set_look

UNPROCESSABLE = 422


@staff_view(Act.SET_UP)
def set_up(request: HttpRequest) -> HttpResponse:
    """The form, at the first run and later."""
    kept = identity()
    if request.method != "POST":
        return _page(request, SetUpForm(kept))
    form = SetUpForm(kept, request.POST, request.FILES)
    if form.is_valid():
        try:
            set_look(form.values, colours=form.colours, logo=form.logo_content, actor=request.user)
        except Refused as refusal:
            form.add_error(_field_of(refusal), sentence(refusal))
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, gettext("Saved. The public site shows it at once."))
            return redirect("set-up")
    return _page(request, form, status=UNPROCESSABLE)


def _field_of(refusal: Refused) -> str | None:
    """Where the refusal is shown."""
    name = refusal.details.get("name")
    return name or ("logo" if refusal.code.startswith("logo") else None)


def _page(request: HttpRequest, form: SetUpForm, status: int = 200) -> HttpResponse:
    texts = [
        {
            "label": label,
            "translated": True,
            "inputs": [each for each in form if each.name.startswith(f"{name}__")],
        }
        for name, label in TEXTS.items()
    ]
    plain = {
        each.name: {"label": each.label, "translated": False, "inputs": [each]}
        for each in form
        if "__" not in each.name
    }
    context = {
        "form": form,
        "texts": texts,
        "plain": plain,
        "heading": gettext("Whose site this is"),
    }
    return render(request, "desk/backoffice/set_up.html", context, status=status)
