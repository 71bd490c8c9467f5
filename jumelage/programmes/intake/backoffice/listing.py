"""The list of a call's applications, and the same as a file."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.registers.permissions import staff_view
from jumelage.foundation.registers.queries.sheets import MEDIA_TYPES
from jumelage.programmes.applications.choices import Act, State
from jumelage.programmes.applications.permissions import may_enter, may_handle
from jumelage.programmes.calls.models import Call
from jumelage.programmes.intake.forms.listing import ListForm
from jumelage.programmes.intake.permissions import may_export
from jumelage.programmes.intake.queries.listing import calls_listed, counts, listed, rows_of
from jumelage.programmes.intake.services.export_applications import export_applications

PAGE_ROWS = 25
READERS = (Act.READ, Act.READ_ACCOUNTS, Act.HANDLE, Act.INTAKE)


@staff_view(*READERS)
def index(request: HttpRequest) -> HttpResponse:
    """The applications of one call, as far as this person may see them."""
    calls = calls_listed(request.user)
    call = _chosen(calls, request.GET.get("call", ""))
    context: dict[str, Any] = {
        "heading": gettext("Applications"),
        "calls": calls,
        "call": call,
        "may_enter": may_enter(request.user),
        "may_handle": may_handle(request.user),
    }
    if call:
        form = ListForm(request.GET, call=call)
        asked = form.asked
        numbers, chosen = counts(request.user, call, asked), asked.get("state", "")
        pages = Paginator(listed(request.user, call, asked), PAGE_ROWS)
        # The states were counted already.
        pages.count = numbers.get(chosen, 0) if chosen else sum(numbers.values())
        page = pages.get_page(request.GET.get("page"))
        context |= {
            "form": form,
            "page": page,
            "rows": rows_of(request.user, page),
            "counts": [
                (one.value, one.label, numbers[one.value]) for one in State if one.value in numbers
            ],
            "chosen": chosen,
            "query": urlencode({"call": call.slug, **asked}),
            "kinds": list(MEDIA_TYPES) if may_export(request.user) else [],
        }
    return render(request, "intake/desk/applications.html", context)


@staff_view(*READERS)
def export(request: HttpRequest, kind: str) -> HttpResponse:
    """What the list shows, as a file."""
    call = _chosen(calls_listed(request.user), request.GET.get("call", ""))
    if call is None or kind not in MEDIA_TYPES:
        raise Http404
    found = listed(request.user, call, ListForm(request.GET, call=call).asked)
    try:
        content = export_applications(call, found, kind, user=request.user)
    except Refused as refusal:
        raise Http404 from refusal
    answer = HttpResponse(content, content_type=MEDIA_TYPES[kind])
    answer["Content-Disposition"] = f'attachment; filename="applications-{call.slug}.{kind}"'
    return answer


def _chosen(calls: list[Call], slug: str) -> Call | None:
    """The call that was asked for, else the newest."""
    if slug:
        return next((one for one in calls if one.slug == slug), None)
    return calls[0] if calls else None
