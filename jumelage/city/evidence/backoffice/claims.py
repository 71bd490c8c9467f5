"""Who says a fact, which value is shown, and why: chosen by a person, claim by claim."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_POST

from jumelage.city.evidence import queries
from jumelage.city.evidence.choices import Act
from jumelage.city.evidence.forms.claims import ChoiceForm, ClaimForm, PieceForm
from jumelage.city.evidence.models import Claim
from jumelage.city.evidence.permissions import may_keep_claims, may_read_claims
from jumelage.city.evidence.services.choose_piece import CHOSEN, choose_piece
from jumelage.city.evidence.services.drop_piece import drop_piece
from jumelage.city.evidence.services.keep_piece import keep_piece
from jumelage.city.evidence.services.open_claim import open_claim
from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.kernel.asking import clashes_of
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.field_names import field_name
from jumelage.foundation.kernel.wording import sentence
from jumelage.foundation.registers.choices import Act as RegisterAct
from jumelage.foundation.registers.permissions import staff_view
from jumelage.foundation.registers.queries.meeting import marks_seen

UNPROCESSABLE = 422
PAGE_ROWS = 20
STATES = {
    "open": gettext_lazy("Without a choice or its reason"),
    "several": gettext_lazy("With several sources"),
    "disputed": gettext_lazy("Where the sources do not agree"),
    "all": gettext_lazy("All"),
}


@staff_view(Act.KEEP, RegisterAct.READ)
def index(request: HttpRequest) -> HttpResponse:
    """The claims, those that wait for a choice first asked for."""
    state = request.GET.get("state", "")
    state = state if state in STATES else "open"
    found = queries.claims_in(state).prefetch_related("subject", "shown__source")
    page = Paginator(found.order_by("pk"), PAGE_ROWS).get_page(request.GET.get("page"))
    context = {
        "heading": gettext("Evidence"),
        "states": STATES.items(),
        "chosen": state,
        "query": f"state={state}",
        "page": page,
        "rows": [(one, field_name(one.about)) for one in page if one.subject],
    }
    return render(request, "evidence/desk/claims.html", context)


@staff_view(Act.KEEP, RegisterAct.READ)
def of_record(request: HttpRequest, name: str, key: str) -> HttpResponse:
    """What the site says of one record and of its rows, and a form to say more."""
    kind, record = _record(request, name, key)
    subjects = queries.subjects_of(record, kind)
    may_keep = may_keep_claims(request.user, kind)
    asked = request.POST if request.method == "POST" else None
    form = ClaimForm(subjects, asked, facts=kind.facts)
    if request.method == "POST":
        _must(may_keep)
    if form.is_valid():
        place, _, about = form.cleaned_data["about"].partition(":")
        try:
            made = open_claim(subjects[int(place)], about, form.values, actor=request.user)
        except Refused as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, gettext("Saved."))
            return redirect("desk-claim", number=made.pk)
    context = {
        "heading": gettext("Evidence"),
        "trail": _trail(request, kind, record),
        "rows": _claims_about(subjects),
        "form": form,
        "may_keep": may_keep,
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "evidence/desk/record_claims.html", context, status=status)


@staff_view(Act.KEEP, RegisterAct.READ)
def claim(request: HttpRequest, number: int) -> HttpResponse:
    """Each piece: who says it, where, when; and the choice."""
    found = _claim(request, number)
    form, clashes = ChoiceForm(found), []
    if request.method == "POST":
        _must(_may_keep(request, found))
        form = ChoiceForm(found, request.POST)
    if form.is_valid():
        try:
            _choose(request, form, found)
        except Refused as refusal:
            form.add_error(None, sentence(refusal))
            clashes = clashes_of(refusal, {})
        else:
            messages.success(request, gettext("Saved. The public site shows it at once."))
            return redirect("desk-claim", number=number)
    return _page(request, found, form, clashes)


@staff_view(Act.KEEP)
def piece(request: HttpRequest, number: int, piece_number: int | None = None) -> HttpResponse:
    """Add one source's word, or correct it."""
    found = _claim(request, number)
    _must(_may_keep(request, found))
    kept = next((one for one in found.pieces if one.pk == piece_number), None)
    if piece_number and kept is None:
        raise Http404
    form = PieceForm(kept, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            keep_piece(found.pk, form.values, piece=piece_number, actor=request.user)
        except Refused as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, gettext("Saved."))
            return redirect("desk-claim", number=number)
    step = {"label": _title(found), "url": reverse("desk-claim", args=[number])}
    context = {
        "heading": gettext("Correct this piece of evidence") if kept else gettext("Add a source"),
        "trail": [*_trail_of(request, found), step],
        "form": form,
        "back": step["url"],
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "evidence/desk/piece.html", context, status=status)


@require_POST
@staff_view(Act.KEEP)
def piece_away(request: HttpRequest, number: int, piece_number: int) -> HttpResponse:
    """Take one source's word away."""
    found = _claim(request, number)
    _must(_may_keep(request, found))
    try:
        drop_piece(found.pk, piece=piece_number, actor=request.user)
    except Refused as refusal:
        messages.error(request, sentence(refusal))
    return redirect("desk-claim", number=number)


def _choose(request: HttpRequest, form: ChoiceForm, found: Claim) -> None:
    choose_piece(
        found.pk,
        piece=form.cleaned_data["piece"],
        because=form.text("shown_because"),
        disputed=form.cleaned_data["disputed"],
        marks=request.POST.get("marks", ""),
        actor=request.user,
    )


def _page(request: HttpRequest, found: Claim, form: ChoiceForm, clashes: list[Any]) -> HttpResponse:
    # What was compared is what the next choice starts from; before that, what the form was opened with.
    opened_with = "" if clashes else request.POST.get("marks", "")
    context = {
        "heading": _title(found),
        "trail": _trail_of(request, found),
        "claim": found,
        "form": form,
        "clashes": clashes,
        "marks": opened_with or marks_seen(found, CHOSEN),
        "may_keep": _may_keep(request, found),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "evidence/desk/claim.html", context, status=status)


def _claims_about(subjects: list[Any]) -> list[tuple[Any, Claim, str]]:
    found = queries.claims_about_many(subjects)
    return [
        (subject, each, field_name(about))
        for subject in subjects
        for about, each in found[subject].items()
    ]


def _record(request: HttpRequest, name: str, key: str) -> tuple[queries.Kind, Any]:
    kind = next((one for one in queries.kinds_claimed() if one.name == name), None)
    record = queries.record_of(kind, key) if kind else None
    if kind is None or record is None or not hasattr(record, "claims"):
        raise Http404
    _must(may_read_claims(request.user, kind))
    return kind, record


def _claim(request: HttpRequest, number: int) -> Claim:
    found = queries.desk_claim(number)
    if found is None or found.subject is None:
        raise Http404
    _must(may_read_claims(request.user, queries.kind_of_claim(found)))
    return found


def _may_keep(request: HttpRequest, found: Claim) -> bool:
    return may_keep_claims(request.user, queries.kind_of_claim(found))


def _must(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied


def _title(found: Claim) -> str:
    return f"{found.subject}: {field_name(found.about)}"


def _trail_of(request: HttpRequest, found: Claim) -> list[dict[str, Any]]:
    kind, record = queries.kind_of_claim(found), queries.record_of_claim(found)
    step = {
        "label": gettext("Evidence"),
        "url": reverse("record-claims", args=[kind.name, getattr(record, kind.key)]),
    }
    return [*_trail(request, kind, record), step]


def _trail(request: HttpRequest, kind: queries.Kind, record: Any) -> list[dict[str, Any]]:
    opens = not kind.own_pages or may(request.user, kind.act)
    way = kind.way(record) if opens else []
    return [{"label": words, "url": url} for words, url in way]
