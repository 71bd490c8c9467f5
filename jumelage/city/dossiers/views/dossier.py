"""One dossier: its page, what the organisation is, where it is, its history."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext

from jumelage.city.dossiers import queries
from jumelage.city.dossiers.choices import AddressKind, Right
from jumelage.city.dossiers.forms.dossier import AddressForm, DetailsForm
from jumelage.city.dossiers.models import Dossier
from jumelage.city.dossiers.permissions import holds, right_over
from jumelage.city.dossiers.queries.completeness import standing_of
from jumelage.city.dossiers.services.content.keep_addresses import keep_addresses
from jumelage.city.dossiers.services.content.keep_dossier import keep_dossier
from jumelage.city.dossiers.views.asking import UNPROCESSABLE, done, member_view, part_of
from jumelage.foundation.audit.queries import history_of

HISTORY_LINES = 50


@member_view(Right.VIEW)
def dossier(request: HttpRequest, dossier: Dossier) -> HttpResponse:
    """The whole dossier, and what it lacks."""
    today, right = timezone.localdate(), right_over(request.user, dossier)
    shown = {
        "dossier": dossier,
        "number": queries.number_of(dossier),
        "missing": queries.missing_in(dossier, today=today),
        "documents": [(one, standing_of(one, today=today)) for one in dossier.documents.all()],
        "may_write": holds(right, Right.EDIT),
        "may_manage": holds(right, Right.MANAGE),
        "members": queries.members_of(dossier),
        "requests": queries.access_requests_of(request.user, dossier),
        "today": today,
    }
    return render(request, "dossiers/member/dossier.html", shown)


@member_view(Right.EDIT)
def details(request: HttpRequest, dossier: Dossier) -> HttpResponse:
    """Change what the organisation is. When a colleague did so meanwhile, both texts are shown."""
    known = DetailsForm.known(dossier, queries.number_of(dossier))
    form = DetailsForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        if done(
            request,
            form,
            lambda: keep_dossier(dossier, form.values, version=version, actor=request.user),
        ):
            return redirect(part_of(dossier, "identity"))
    shown = {
        "form": form,
        "dossier": dossier,
        "heading": gettext("What your organisation is"),
        "back": part_of(dossier, "identity"),
        "differs": _differs(form, known, dossier),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "dossiers/member/form.html", shown, status=status)


@member_view(Right.EDIT)
def addresses(request: HttpRequest, dossier: Dossier) -> HttpResponse:
    """Change where the organisation is."""
    held = {one.kind: one for one in dossier.addresses.all()}
    forms = [_address_form(request, kind, held.get(kind)) for kind in AddressKind]
    first = forms[0]
    wrong = any([bool(one.errors) for one in forms])  # noqa: C419 - each of them tells its mistakes
    if request.method == "POST" and not wrong:
        rows = [one.row for one in forms if one.row]
        if done(request, first, lambda: keep_addresses(dossier, rows, actor=request.user)):
            return redirect(part_of(dossier, "addresses"))
    wrong = wrong or bool(first.errors)
    shown = {
        "forms": forms,
        "dossier": dossier,
        "back": part_of(dossier, "addresses"),
        "wrong": wrong,
    }
    status = UNPROCESSABLE if wrong else 200
    return render(request, "dossiers/member/addresses.html", shown, status=status)


@member_view(Right.VIEW)
def history(request: HttpRequest, dossier: Dossier) -> HttpResponse:
    """What was done to the dossier, the newest first."""
    lines = history_of(dossier)[:HISTORY_LINES]
    shown = {"dossier": dossier, "lines": queries.history_told(dossier, lines)}
    return render(request, "dossiers/member/history.html", shown)


def _address_form(request: HttpRequest, kind: AddressKind, held: Any) -> AddressForm:
    names = ("street", "postal_code", "town", "country")
    known = {name: getattr(held, name) for name in names} if held else {}
    return AddressForm(kind, request.POST if request.method == "POST" else None, initial=known)


def _differs(form: DetailsForm, known: dict[str, Any], dossier: Dossier) -> list[tuple[str, Any]]:
    """What is kept now where it is not what was written, when somebody else saved in between."""
    if not form.is_bound or not form.errors:
        return []
    written = form.data.get("version")
    if written == str(dossier.version):
        return []
    # The next time the writer saves, they have seen what is kept.
    form.data = {**form.data.dict(), "version": str(dossier.version)}  # type: ignore[attr-defined]
    return [
        (str(form.fields[name].label), value)
        for name, value in known.items()
        if name != "version" and str(value or "") != form.data.get(name, "")
    ]
