"""Mails of an application that came back."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from jumelage.foundation.kernel.asking import asked
from jumelage.foundation.registers.permissions import staff_view
from jumelage.programmes.applications.choices import Act
from jumelage.programmes.applications.permissions import Part
from jumelage.programmes.intake.backoffice.asking import found, trail
from jumelage.programmes.intake.forms.entering import BounceForm
from jumelage.programmes.intake.services.mark_bounce import mark_bounce


@staff_view(Act.HANDLE, Act.INTAKE)
def bounce(request: HttpRequest, key: UUID, number: int) -> HttpResponse:
    """Write down that a mail came back."""
    access = found(request, key)
    mail = access.application.mails.filter(pk=number).first()
    if mail is None or Part.MAILS not in access.parts:
        raise Http404
    form, back = BounceForm(request.POST or None), reverse("desk-application", args=[key])

    def act() -> str:
        reason = form.cleaned_data["reason"]
        mark_bounce(access, number, reason=reason, user=request.user, now=timezone.now())
        return back

    return asked(
        request,
        form,
        act,
        "registers/desk/act.html",
        told=gettext("It is written down; the applicants see it on their page."),
        heading=gettext("This mail came back"),
        lede=f"{mail.get_kind_display()}, {mail.address}",  # type: ignore[attr-defined,unused-ignore]
        back=back,
        trail=trail(access),
    )
