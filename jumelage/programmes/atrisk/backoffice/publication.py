"""What the officers do with a page: its ground, its picture, its approvals, and the stop switch."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from jumelage.foundation.registers.permissions import staff_view
from jumelage.foundation.registers.queries.meeting import marks_seen
from jumelage.programmes.atrisk.backoffice.answers import ask, done
from jumelage.programmes.atrisk.backoffice.files import asked_file
from jumelage.programmes.atrisk.choices import Act
from jumelage.programmes.atrisk.forms.desk import GroundForm, ImageForm, StopForm
from jumelage.programmes.atrisk.queries.gate import publication_of
from jumelage.programmes.atrisk.services.approve_publication import approve_publication
from jumelage.programmes.atrisk.services.keep_ground import keep_ground
from jumelage.programmes.atrisk.services.lift_stop import lift_stop
from jumelage.programmes.atrisk.services.picture.keep_image import keep_image
from jumelage.programmes.atrisk.services.picture.remove_image import remove_image
from jumelage.programmes.atrisk.services.publish_person import publish_person
from jumelage.programmes.atrisk.services.stop_person import stop_person


@staff_view(Act.KEEP)
def ground(request: HttpRequest, slug: str) -> HttpResponse:
    """Say on what showing the person rests."""
    person = asked_file(request, slug)
    kept = publication_of(person)
    known = {name: getattr(kept, name) for name in GroundForm.order} if kept else {}
    form = GroundForm(request.POST or None, initial=known)

    def act() -> None:
        marks, today = request.POST.get("marks", ""), timezone.localdate()
        keep_ground(person, form.cleaned_data, actor=request.user, today=today, marks=marks)

    told = gettext("A change takes the page back until two people approve it anew.")
    seen = marks_seen(kept, GroundForm.order) if kept else ""
    heading = gettext("On what the page rests")
    return ask(request, person, form, act, heading, note=told, marks=seen)


@staff_view(Act.KEEP)
def image(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the person a picture."""
    person = asked_file(request, slug)
    form = ImageForm(request.POST or None, request.FILES or None)

    def act() -> None:
        sent, credit = form.cleaned_data["file"], form.cleaned_data["credit"]
        given = {"alt": form.text("alt"), "credit": credit, "file_name": sent.name}
        keep_image(person, sent.read(), **given, actor=request.user)

    return ask(request, person, form, act, gettext("Picture"))


@require_POST
@staff_view(Act.KEEP)
def image_removal(request: HttpRequest, slug: str) -> HttpResponse:
    """Take the picture away."""
    person = asked_file(request, slug)
    told = gettext("The picture is removed and deleted.")
    return done(request, person, lambda: remove_image(person, actor=request.user), told)


@staff_view(Act.STOP)
def stop(request: HttpRequest, slug: str) -> HttpResponse:
    """Take the page away, everywhere, now."""
    person, form = asked_file(request, slug), StopForm(request.POST or None)

    def act() -> None:
        stop_person(person, reason=form.cleaned_data["reason"], actor=request.user)

    told = gettext("Page, PDF, picture, search, feed and caches: all is gone when this returns.")
    return ask(request, person, form, act, gettext("Stop the page"), note=told, danger=True)


@require_POST
@staff_view(Act.APPROVE)
def approve(request: HttpRequest, slug: str) -> HttpResponse:
    """Say yes to the publication as it stands."""
    person, today = asked_file(request, slug), timezone.localdate()
    told = gettext("Your approval is kept.")
    return done(
        request,
        person,
        lambda: approve_publication(person, actor=request.user, today=today),
        told,
    )


@require_POST
@staff_view(Act.PUBLISH)
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the person."""
    person, today = asked_file(request, slug), timezone.localdate()
    told = gettext("The page is published.")
    return done(
        request, person, lambda: publish_person(person, actor=request.user, today=today), told
    )


@require_POST
@staff_view(Act.STOP)
def lift(request: HttpRequest, slug: str) -> HttpResponse:
    """End a stop."""
    person = asked_file(request, slug)
    told = gettext("The stop is lifted. The page stays hidden until two people approve it anew.")
    return done(request, person, lambda: lift_stop(person, actor=request.user), told)
