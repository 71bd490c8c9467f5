"""Late codes for people who have no draft yet: the site was down, or they came too late to begin."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from jumelage.foundation.kernel.asking import asked, done
from jumelage.foundation.registers.permissions import staff_view
from jumelage.programmes.applications.choices import Act
from jumelage.programmes.applications.models import LateCode
from jumelage.programmes.applications.queries.deadlines import codes_without_draft
from jumelage.programmes.applications.services.exceptions.give_late_code import (
    give_late_code,
    withdraw_late_code,
)
from jumelage.programmes.applying.forms.desk import LateCodeForm
from jumelage.programmes.calls.queries import call_named


@staff_view(Act.HANDLE)
def late_codes(request: HttpRequest, slug: str) -> HttpResponse:
    """Give a code with which one person begins an application after the hour; those given stand below."""
    call, now = call_named(slug), timezone.now()
    if call is None or call.cancelled:
        raise Http404
    form = LateCodeForm(request.POST if request.method == "POST" else None)
    back = f"{reverse('desk-applications')}?call={slug}"

    def act() -> str:
        give_late_code(call, form.cleaned_data, user=request.user, now=now)
        return reverse("desk-call-late-codes", args=[slug])

    return asked(
        request,
        form,
        act,
        "applying/desk/late-codes.html",
        heading=gettext("Give a late code"),
        lede=gettext(
            "To somebody who has no draft in this call. For a draft, give it on its sheet."
        ),
        told=gettext("It is done."),
        codes=codes_without_draft(call),
        now=now,
        back=back,
        trail=[{"label": gettext("Applications"), "url": back}],
    )


@staff_view(Act.HANDLE)
@require_POST
def take_back(request: HttpRequest, number: int) -> HttpResponse:
    """Take back a code with which nothing was begun."""
    found = get_object_or_404(LateCode.objects.select_related("call"), pk=number, application=None)
    return done(
        request,
        lambda: withdraw_late_code(found, user=request.user, now=timezone.now()),
        gettext("It is done."),
        "desk-call-late-codes",
        found.call.slug,
    )
