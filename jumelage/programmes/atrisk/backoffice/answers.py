"""How the acts of the officer are asked, done and answered."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from jumelage.foundation.kernel import asking
from jumelage.programmes.atrisk.backoffice.files import trail
from jumelage.programmes.atrisk.forms.fields import StaffForm
from jumelage.programmes.atrisk.models import AdoptedPerson


def ask(
    request: HttpRequest,
    person: AdoptedPerson,
    form: StaffForm,
    act: Callable[[], None],
    heading: str,
    **shown: Any,
) -> HttpResponse:
    """Ask, do, and go back to the file; what is refused stands over the form, with all that was written.

    `marks`: what the record holds now.
    """
    page = {"heading": heading, "trail": trail(person), "lede": person.name, **shown}
    back = reverse("desk-person-at-risk", args=[person.slug])
    return asking.asked(request, form, act, "atrisk/desk/form.html", back=back, **page)


def done(
    request: HttpRequest, person: AdoptedPerson, act: Callable[[], object], told: str
) -> HttpResponse:
    """Do what needs no form."""
    return asking.done(request, act, told, "desk-person-at-risk", person.slug)
