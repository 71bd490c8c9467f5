"""What becomes of a call: published, changed, given more time, cancelled."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.foundation.registers.permissions import staff_view
from jumelage.programmes.callmaking.backoffice.asking import ask, done
from jumelage.programmes.callmaking.backoffice.calls import asked_call, rights, trail
from jumelage.programmes.callmaking.forms.acts import NewEndForm, ReasonForm
from jumelage.programmes.calls.choices import Act, State
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries.desk import waiting_changes
from jumelage.programmes.calls.services.amend_call import amend_call
from jumelage.programmes.calls.services.cancel_call import cancel_call
from jumelage.programmes.calls.services.extend_call import extend_call
from jumelage.programmes.calls.services.publish_call import publish_call


@require_POST
@staff_view(Act.PUBLISH)
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the call to visitors."""
    call = asked_call(slug)
    return done(
        request,
        call,
        lambda: publish_call(call, now=timezone.now(), actor=request.user),
        gettext("The call is published. It opens and closes at its hours."),
    )


@staff_view(Act.PUBLISH)
def amend(request: HttpRequest, slug: str) -> HttpResponse:
    """Let visitors read the texts as they are written now."""
    call = asked_call(slug)
    changes = waiting_changes(call)
    if call.published and not changes and request.method != "POST":
        heading = gettext("Publish the changes")
        shown = {"heading": heading, "trail": trail(call), "call": call, **rights(request.user)}
        return render(request, "callmaking/desk/unchanged.html", shown)
    is_open = call.state(timezone.now()) == State.OPEN
    form = ReasonForm(request.POST or None, required=is_open)

    def act() -> Call:
        amend_call(call, form.text("reason"), now=timezone.now(), actor=request.user)
        return call

    told = gettext(
        "A public notice shows what changed, article by article, and everybody with a draft gets a mail."
    )
    return ask(
        request,
        form,
        act,
        heading=gettext("Publish the changes"),
        call=call,
        lede=told if is_open else "",
        changes=changes,
    )


@staff_view(Act.PUBLISH)
def extend(request: HttpRequest, slug: str) -> HttpResponse:
    """Give more time."""
    told = gettext("A public notice and a mail to everybody with a draft give the reason.")
    return _new_end(request, slug, gettext("Extend the call"), told, outage=False)


@staff_view(Act.PUBLISH)
def outage(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the time back that a breakdown at the closing hour takes: a call that has closed opens again."""
    told = gettext(
        "When the site is or was out of service at the closing hour, also for planned work: the call is open until"
        " the new hour. A public notice and a mail to everybody with a draft give the reason; if the call has closed,"
        " it opens again and the subscribers of alerts are told too."
    )
    return _new_end(request, slug, gettext("Breakdown at the hour"), told, outage=True)


@staff_view(Act.PUBLISH)
def cancel(request: HttpRequest, slug: str) -> HttpResponse:
    """Cancel for good."""
    call, form = asked_call(slug), ReasonForm(request.POST or None)

    def act() -> Call:
        cancel_call(call, form.text("reason"), now=timezone.now(), actor=request.user)
        return call

    told = gettext(
        "Nobody can apply any more. The page stays, with the reason; everybody who works on an application gets it by"
        " mail. This cannot be undone."
    )
    return ask(
        request,
        form,
        act,
        heading=gettext("Cancel the call"),
        call=call,
        lede=told,
        danger=True,
    )


def _new_end(
    request: HttpRequest, slug: str, heading: str, told: str, *, outage: bool
) -> HttpResponse:
    call = asked_call(slug)
    form = NewEndForm(request.POST or None, call=call)

    def act() -> Call:
        day = form.cleaned_data["day"]
        extend_call(
            call,
            PartialDate(day.year, day.month, day.day),
            form.cleaned_data["hour"],
            form.text("reason"),
            now=timezone.now(),
            outage=outage,
            actor=request.user,
        )
        return call

    return ask(request, form, act, heading=heading, call=call, lede=told)
