"""A form of the desk that is asked, done and answered."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence

UNPROCESSABLE = 422


def asked(
    request: HttpRequest,
    form: Form,
    act: Callable[[], Any],
    *,
    heading: str,
    back: str,
    **shown: Any,
) -> HttpResponse:
    """Ask, do, go `back` (an address); what is refused stands over the form, with all that was written."""
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except Refused as refusal:
            form.add_error(None, sentence(refusal))
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, gettext("Done: {what}.").format(what=heading))
            return redirect(back)
    context = {"heading": heading, "back": back, "form": form, **shown}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "dossiers/desk/form.html", context, status=status)
