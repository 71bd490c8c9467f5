"""What the officer enters into a file, and corrects there: events, checks, restrictions."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext

from jumelage.foundation.registers.permissions import staff_view
from jumelage.foundation.registers.queries.meeting import marks_seen
from jumelage.programmes.atrisk import queries
from jumelage.programmes.atrisk.backoffice.answers import ask
from jumelage.programmes.atrisk.backoffice.files import asked_file
from jumelage.programmes.atrisk.choices import Act
from jumelage.programmes.atrisk.forms.desk import (
    CheckForm,
    EventCorrectionForm,
    EventForm,
    RestrictionCorrectionForm,
    RestrictionForm,
)
from jumelage.programmes.atrisk.forms.fields import texts_as_inputs
from jumelage.programmes.atrisk.phrases import CONTRADICTIONS
from jumelage.programmes.atrisk.services.timeline.check_status import check_status
from jumelage.programmes.atrisk.services.timeline.correct_entry import correct_entry
from jumelage.programmes.atrisk.services.timeline.enter_event import enter_event
from jumelage.programmes.atrisk.services.timeline.keep_restriction import keep_restriction


@staff_view(Act.KEEP)
def event(request: HttpRequest, slug: str) -> HttpResponse:
    """Enter something that happened; a contradiction is kept, and said."""
    person, form = asked_file(request, slug), EventForm(request.POST or None)

    def act() -> None:
        today = timezone.localdate()
        enter_event(person, form.values, **form.given, today=today, actor=request.user)
        _tell_contradictions(request, slug)

    return ask(request, person, form, act, gettext("Enter an event"))


@staff_view(Act.KEEP)
def event_correction(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Correct something that was entered; its sources stay."""
    person = asked_file(request, slug)
    entry = next((one for one in person.events.all() if one.slug == key), None)
    if entry is None:
        raise Http404
    names = ("kind", "date", "until", "disputed", "visibility")
    known = {name: getattr(entry, name) for name in names} | texts_as_inputs("title", entry.title)
    form = EventCorrectionForm(request.POST or None, initial=known)

    def act() -> None:
        marks = request.POST.get("marks", "")
        correct_entry(entry, form.values, marks=marks, actor=request.user)
        _tell_contradictions(request, slug)

    told, seen = _sources_stay(), marks_seen(entry, ("title", *names))
    return ask(request, person, form, act, gettext("Correct the event"), note=told, marks=seen)


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

    return ask(request, person, form, act, gettext("Check the status"))


@staff_view(Act.KEEP)
def restriction(request: HttpRequest, slug: str) -> HttpResponse:
    """Enter what still binds the person."""
    person, form = asked_file(request, slug), RestrictionForm(request.POST or None)

    def act() -> None:
        kind, today = form.cleaned_data["kind"], timezone.localdate()
        keep_restriction(person, kind, form.values, **form.given, today=today, actor=request.user)

    return ask(request, person, form, act, gettext("Enter a restriction"))


@staff_view(Act.KEEP)
def restriction_correction(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Correct what binds the person, or say when it ended; its sources stay."""
    person = asked_file(request, slug)
    entry = next((one for one in person.restrictions.all() if one.kind == key), None)
    if entry is None:
        raise Http404
    known = {"start": entry.start, "end": entry.end} | texts_as_inputs("text", entry.text)
    form = RestrictionCorrectionForm(request.POST or None, initial=known)

    def act() -> None:
        marks = request.POST.get("marks", "")
        correct_entry(entry, form.values, marks=marks, actor=request.user)

    told, seen = _sources_stay(), marks_seen(entry, ("text", "start", "end"))
    heading = f"{gettext('Correct')} – {entry.get_kind_display()}"
    return ask(request, person, form, act, heading, note=told, marks=seen)


def _sources_stay() -> str:
    return gettext("The sources stay as they are. The status follows the checks: check it anew.")


def _tell_contradictions(request: HttpRequest, slug: str) -> None:
    fresh = asked_file(request, slug)
    for code in dict.fromkeys(one.code for one in queries.contradictions_of(fresh)):
        messages.warning(request, CONTRADICTIONS[code])
