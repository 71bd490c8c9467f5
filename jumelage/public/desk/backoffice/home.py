"""The staff's home: what waits for me."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext

from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.registers.permissions import may_read, staff_view
from jumelage.foundation.registers.queries.agenda import waiting_for
from jumelage.foundation.registers.queries.registry import registers
from jumelage.foundation.registers.queries.works import open_works_of
from jumelage.public.desk.backoffice.languages import READERS as LANGUAGE_READERS
from jumelage.public.site.choices import Act
from jumelage.public.site.queries.site_identity import has_identity


@staff_view()
def home(request: HttpRequest) -> HttpResponse:
    """What waits for whoever is signed in, what runs for them, and where to go."""
    may_set_up = may(request.user, Act.SET_UP)
    context = {
        "heading": gettext("What waits for me"),
        "waiting": waiting_for(request.user, timezone.localdate()),
        "works": open_works_of(request.user)[:5],
        "registers": [one for one in registers() if may_read(request.user, one)],
        "may_see_languages": any(may(request.user, act) for act in LANGUAGE_READERS),
        "may_set_up": may_set_up,
        "first_run": may_set_up and not has_identity(),
    }
    return render(request, "desk/backoffice/home.html", context)
