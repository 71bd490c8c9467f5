"""What a page asks by a form or by a button: done and said, or refused in words."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.field_names import field_name
from jumelage.foundation.kernel.wording import sentence


def asked(
    request: HttpRequest, form: Any, act: Callable[[], Any], template: str, **page: Any
) -> HttpResponse:
    """Ask, do, say `told`, go to the address that `act` gives, else `back`; what is refused stands over the form.

    `marks` are what the record holds now: two people in one form find both texts, as `clashes`.
    """
    opened_with, clashes = request.POST.get("marks", page.get("marks", "")), []
    if request.method == "POST" and form.is_valid():
        try:
            address = act() or page["back"]
        except Refused as refusal:
            form.add_error(None, sentence(refusal))
            clashes = clashes_of(refusal, {name: one.label for name, one in form.fields.items()})
        except ValidationError as error:
            show_errors(form, error)
        else:
            usual = gettext("Done: {what}.").format(what=page["heading"])
            messages.success(request, page.get("told", usual))
            return redirect(address)
    # What was compared is what the next save starts from.
    page |= {"form": form, "clashes": clashes, "marks": page["marks"] if clashes else opened_with}
    return render(request, template, page, status=422 if form.errors else 200)


def done(request: HttpRequest, act: Callable[[], Any], told: str, *to: Any) -> HttpResponse:
    """Do what a button asks, say `told` (if anything) or why it is refused, and go to the address named by `to`."""
    try:
        act()
        if told:
            messages.success(request, told)
    except Refused as refusal:
        messages.error(request, sentence(refusal))
    return redirect(*to)


def show_errors(form: Any, error: ValidationError) -> None:
    """Show what a record's own check refused at its field, by name where the form does not ask it."""
    found = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    for name, told in found.items():
        place = next((one for one in form.fields if one.partition("__")[0] == name), None)
        named = "" if place or name in {"", NON_FIELD_ERRORS} else f"{field_name(name)}: "
        form.add_error(place, [f"{named}{one}" for one in told])


def clashes_of(refusal: Refused, labels: dict[str, Any]) -> list[dict[str, Any]]:
    """The fields that two people changed, both texts, and their names: as `labels` say, else as everywhere."""
    return [
        {**clash, "name": labels.get(clash["field"]) or field_name(clash["field"])}
        for clash in refusal.details.get("clashes", ())
    ]
