"""What the staff do with a file: each act calls its service and says what became of it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.foundation.registers.permissions import staff_view
from jumelage.programmes.atrisk import queries
from jumelage.programmes.atrisk.backoffice.files import asked_file, trail
from jumelage.programmes.atrisk.choices import Act
from jumelage.programmes.atrisk.forms.desk import (
    CheckForm,
    EventForm,
    GroundForm,
    ImageForm,
    RestrictionForm,
    StopForm,
)
from jumelage.programmes.atrisk.forms.fields import StaffForm
from jumelage.programmes.atrisk.models import AdoptedPerson
from jumelage.programmes.atrisk.phrases import CONTRADICTIONS
from jumelage.programmes.atrisk.queries.gate import publication_of
from jumelage.programmes.atrisk.services.approve_publication import approve_publication
from jumelage.programmes.atrisk.services.check_status import check_status
from jumelage.programmes.atrisk.services.enter_event import enter_event
from jumelage.programmes.atrisk.services.keep_ground import keep_ground
from jumelage.programmes.atrisk.services.keep_image import keep_image
from jumelage.programmes.atrisk.services.keep_restriction import keep_restriction
from jumelage.programmes.atrisk.services.lift_stop import lift_stop
from jumelage.programmes.atrisk.services.publish_person import publish_person
from jumelage.programmes.atrisk.services.stop_person import stop_person

UNPROCESSABLE = 422


@staff_view(Act.KEEP)
def event(request: HttpRequest, slug: str) -> HttpResponse:
    """Enter something that happened; a contradiction is kept, and said."""
    person, form = asked_file(request, slug), EventForm(request.POST or None)

    def act() -> None:
        evidence, today = form.evidence, timezone.localdate()
        enter_event(person, form.values, evidence=evidence, today=today, actor=request.user)
        fresh = asked_file(request, slug)
        for code in dict.fromkeys(one.code for one in queries.contradictions_of(fresh)):
            messages.warning(request, CONTRADICTIONS[code])

    return _asked(request, person, form, act, gettext("Enter an event"))


@staff_view(Act.KEEP)
def check(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what was found on a day when I looked."""
    person, today = asked_file(request, slug), timezone.localdate()
    known = {"checked_on": today, "status": person.status, "date": person.status_date}
    form = CheckForm(request.POST or None, initial=known)

    def act() -> None:
        on = form.cleaned_data["checked_on"]
        given: dict[str, Any] = {"evidence": form.evidence, "on": on, "today": today}
        check_status(person, form.values, **given, actor=request.user)

    return _asked(request, person, form, act, gettext("Check the status"))


@staff_view(Act.KEEP)
def restriction(request: HttpRequest, slug: str) -> HttpResponse:
    """Enter what still binds the person."""
    person, form = asked_file(request, slug), RestrictionForm(request.POST or None)

    def act() -> None:
        kind, evidence = form.cleaned_data["kind"], form.evidence
        keep_restriction(person, kind, form.values, evidence=evidence, actor=request.user)

    return _asked(request, person, form, act, gettext("Enter a restriction"))


@staff_view(Act.KEEP)
def ground(request: HttpRequest, slug: str) -> HttpResponse:
    """Say on what showing the person rests."""
    person = asked_file(request, slug)
    kept = publication_of(person)
    known = {name: getattr(kept, name) for name in GroundForm.order} if kept else {}
    form = GroundForm(request.POST or None, initial=known)

    def act() -> None:
        keep_ground(person, form.cleaned_data, actor=request.user, today=timezone.localdate())

    told = gettext("A change takes the page back until two people approve it anew.")
    return _asked(request, person, form, act, gettext("On what the page rests"), note=told)


@staff_view(Act.KEEP)
def image(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the person a picture."""
    person = asked_file(request, slug)
    form = ImageForm(request.POST or None, request.FILES or None)

    def act() -> None:
        content, credit = form.cleaned_data["file"].read(), form.cleaned_data["credit"]
        keep_image(person, content, alt=form.text("alt"), credit=credit, actor=request.user)

    return _asked(request, person, form, act, gettext("Picture"))


@staff_view(Act.STOP)
def stop(request: HttpRequest, slug: str) -> HttpResponse:
    """Take the page away, everywhere, now."""
    person, form = asked_file(request, slug), StopForm(request.POST or None)

    def act() -> None:
        stop_person(person, reason=form.cleaned_data["reason"], actor=request.user)

    told = gettext("Page, PDF, picture, search, feed and caches: all is gone when this returns.")
    return _asked(request, person, form, act, gettext("Stop the page"), note=told, danger=True)


@require_POST
@staff_view(Act.APPROVE)
def approve(request: HttpRequest, slug: str) -> HttpResponse:
    """Say yes to the publication as it stands."""
    person = asked_file(request, slug)
    return _done(
        request,
        person,
        lambda: approve_publication(person, actor=request.user, today=timezone.localdate()),
        gettext("Your approval is kept."),
    )


@require_POST
@staff_view(Act.PUBLISH)
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the person."""
    person = asked_file(request, slug)
    return _done(
        request,
        person,
        lambda: publish_person(person, actor=request.user, today=timezone.localdate()),
        gettext("The page is published."),
    )


@require_POST
@staff_view(Act.STOP)
def lift(request: HttpRequest, slug: str) -> HttpResponse:
    """End a stop."""
    person = asked_file(request, slug)
    told = gettext("The stop is lifted. The page stays hidden until two people approve it anew.")
    return _done(request, person, lambda: lift_stop(person, actor=request.user), told)


def _asked(
    request: HttpRequest,
    person: AdoptedPerson,
    form: StaffForm,
    act: Callable[[], object],
    heading: str,
    **shown: Any,
) -> HttpResponse:
    """Ask, do, and go back to the file; what is refused stands over the form, with all that was written."""
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except Refused as refusal:
            form.add_error(None, sentence(refusal))
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, gettext("Done: {what}.").format(what=heading))
            return redirect("desk-person-at-risk", slug=person.slug)
    status = UNPROCESSABLE if form.errors else 200
    page = {"heading": heading, "trail": trail(person), "person": person, "form": form, **shown}
    return render(request, "atrisk/desk/form.html", page, status=status)


def _done(
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
