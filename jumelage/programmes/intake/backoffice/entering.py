"""Enter what came on paper or by e-mail, and register it."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from jumelage.foundation.kernel.asking import asked
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.foundation.registers.permissions import staff_view
from jumelage.programmes.applications.choices import Act, State
from jumelage.programmes.applications.permissions import Role
from jumelage.programmes.applications.queries.answers import draft_of
from jumelage.programmes.applications.queries.files import access_to
from jumelage.programmes.applying.queries.pages import tasks_of
from jumelage.programmes.intake.backoffice.asking import found, trail
from jumelage.programmes.intake.forms.entering import EnterForm, RegisterForm
from jumelage.programmes.intake.queries.arriving import regulations_to_enter
from jumelage.programmes.intake.services.discard_arrival import discard_arrival
from jumelage.programmes.intake.services.enter_application import enter_application
from jumelage.programmes.intake.services.register_arrival import register_arrival


@staff_view(Act.INTAKE)
def enter(request: HttpRequest) -> HttpResponse:
    """Who, for what, when; then the sections are typed in on the same pages as applicants use."""
    now = timezone.now()
    given = request.POST or None, request.FILES or None
    form = EnterForm(*given, regulations=regulations_to_enter())

    def act() -> str:
        track, sent = form.chosen, form.cleaned_data["original"]
        application = enter_application(
            track.call,
            track,
            form.cleaned_data,
            original=(sent.name, sent.read()),
            user=request.user,
            now=now,
        )
        return reverse("application", args=[application.key])

    return asked(
        request,
        form,
        act,
        "registers/desk/act.html",
        told=gettext("The original is kept. Type in the sections, then register the application."),
        heading=gettext("Enter a paper application"),
        lede=gettext("The hour of arrival decides, not the hour at which you type."),
        back=reverse("desk-applications"),
        trail=trail(),
    )


@staff_view(Act.INTAKE)
def register(request: HttpRequest, key: UUID) -> HttpResponse:
    """What is still missing, and the act that gives the number and the receipt."""
    access, now = found(request, key), timezone.now()
    sheet = reverse("desk-application", args=[key])
    if access.role != Role.INTAKE:
        raise Http404
    if access.application.state == State.DEPOSITED:
        # A second click, or a colleague was quicker.
        return redirect(sheet)
    form = RegisterForm(request.POST or None, initial={"key": uuid4().hex})

    def act() -> str:
        register_arrival(access, user=request.user, now=now, **form.cleaned_data)
        return sheet

    return asked(
        request,
        form,
        act,
        "intake/desk/register.html",
        told=gettext(
            "Registered. The receipt is below; it went to the sender if an address is known."
        ),
        heading=gettext("Register the application"),
        application=access.application,
        tasks=tasks_of(draft_of(access.application)),
        back=reverse("application", args=[key]),
        trail=trail(access),
    )


@staff_view(Act.INTAKE)
def discard(request: HttpRequest, key: UUID) -> HttpResponse:
    """Throw away what was entered by mistake."""
    access = access_to(request.user, key)
    if access is None:
        if request.method != "POST":
            raise Http404
        # A second click, or a colleague was quicker; somebody else's draft is answered alike.
        messages.info(request, gettext("This application is not here any more."))
        return redirect("desk-applications")
    if access.role != Role.INTAKE:
        raise Http404
    if access.application.state != State.DRAFT:
        messages.error(request, sentence(Refused("application-state")))
        return redirect("desk-application", key=key)
    form = Form(request.POST if request.method == "POST" else None)

    def act() -> str:
        discard_arrival(access, user=request.user)
        return reverse("desk-applications")

    return asked(
        request,
        form,
        act,
        "registers/desk/act.html",
        told=gettext("It is thrown away, with its original."),
        heading=gettext("Throw away what was entered by mistake"),
        lede=gettext(
            "The draft and the scanned original are erased for good; the journal keeps that you did it. Keep the paper."
        ),
        danger=True,
        back=reverse("desk-application", args=[key]),
        trail=trail(access),
    )
