"""A folder of data files, sent as one archive: checked, looked at, loaded."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.field_names import field_name
from jumelage.foundation.kernel.wording import sentence
from jumelage.foundation.registers.models import Work
from jumelage.foundation.registers.permissions import staff_view
from jumelage.public.loading.choices import Act, BundleWork
from jumelage.public.loading.forms import BundleForm
from jumelage.public.loading.queries.bundles import (
    bundle_work_of,
    bundle_works_of,
    progress_of,
    worded,
)
from jumelage.public.loading.rules.bundle import check_size
from jumelage.public.loading.rules.mistakes import Mistake
from jumelage.public.loading.services.load_bundle import load_bundle
from jumelage.public.loading.services.send_bundle import send_bundle

UNPROCESSABLE = 422
LAST_WORKS = 10


@staff_view(Act.LOAD)
def load(request: HttpRequest) -> HttpResponse:
    """Send an archive; the last ones are listed."""
    form = BundleForm(request.POST, request.FILES) if request.method == "POST" else BundleForm()
    if form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            check_size(sent.size)
            work = send_bundle(sent.read(), name=sent.name, actor=request.user)
        except Refused as refusal:
            form.add_error("file", sentence(refusal))
        else:
            return redirect("load-result", number=work.pk)
    context = {
        "heading": gettext("Load data files"),
        "form": form,
        "works": bundle_works_of(request.user)[:LAST_WORKS],
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "loading/desk/load.html", context, status=status)


@staff_view(Act.LOAD)
def result(request: HttpRequest, number: int) -> HttpResponse:
    """How far a check or a load is, then what came of it; the page can be left."""
    work = _mine(request, number)
    done, total = progress_of(work)
    found = work.memory
    context = {
        "heading": BundleWork(work.kind).label,
        "trail": [{"label": gettext("Load data files"), "url": reverse("load")}],
        "work": work,
        "share": 100 * done // total if total else None,
        "told": sentence(Refused(work.code, **work.details)) if work.code else "",
        "is_check": work.kind == BundleWork.CHECK,
        "mistakes": _told(found.get("mistakes", [])),
        "warnings": _told(found.get("warnings", [])),
        "counts": [_counted(*each) for each in found.get("counts", {}).items()],
        "changes": [_changed(each) for each in found.get("changes", [])],
    }
    return render(request, "loading/desk/result.html", context)


@require_POST
@staff_view(Act.LOAD)
def go(request: HttpRequest, number: int) -> HttpResponse:
    """Load what was checked; asked twice, it is loaded once."""
    try:
        work = load_bundle(_mine(request, number), actor=request.user)
    except Refused as refusal:
        messages.error(request, sentence(refusal))
        return redirect("load-result", number=number)
    return redirect("load-result", number=work.pk)


def _told(mistakes: list[Any]) -> list[tuple[str, int, str]]:
    found = [Mistake(*one) for one in mistakes]
    return [(one.file, one.line, worded(one)) for one in found]


def _counted(place: str, counts: dict[str, int]) -> tuple[str, list[int]]:
    return place, [counts.get(done, 0) for done in ("created", "changed", "unchanged")]


def _changed(change: dict[str, Any]) -> dict[str, Any]:
    return {**change, "names": ", ".join(map(field_name, change["fields"]))}


def _mine(request: HttpRequest, number: int) -> Work:
    found = bundle_work_of(request.user, number)
    if found is None:
        raise Http404
    return found
