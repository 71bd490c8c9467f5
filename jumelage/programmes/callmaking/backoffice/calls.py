"""The calls: the list, one of them with what it lacks, and the page as visitors will see it."""

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext, override

from jumelage.city.evidence.permissions import may_see_evidence
from jumelage.foundation.audit.queries import history_of
from jumelage.foundation.registers.permissions import staff_view
from jumelage.programmes.callmaking.backoffice.registers import evidence_of
from jumelage.programmes.callmaking.phrases import COPIED, SHIFTED, UNPROVEN
from jumelage.programmes.calls import permissions
from jumelage.programmes.calls.choices import Act, State
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries.alerts import subscribers_by_language
from jumelage.programmes.calls.queries.checklist import UNSOURCED, Lack, lacks_of
from jumelage.programmes.calls.queries.desk import every_call, waiting_changes
from jumelage.programmes.calls.queries.page import call_page
from jumelage.programmes.calls.queries.regulation import working
from jumelage.programmes.calls.queries.rows import LISTS
from jumelage.programmes.calls.queries.words import KINDS, words_of_lack

PAGE_ROWS = 20
HISTORY_LINES = 20


@staff_view(*Act)
def index(request: HttpRequest) -> HttpResponse:
    """Every call, the latest first."""
    now = timezone.now()
    page = Paginator(every_call(), PAGE_ROWS).get_page(request.GET.get("page"))
    context = {
        "heading": gettext("Calls for projects"),
        "page": page,
        "rows": [(one, one.state(now)) for one in page],
        "subscribers": sum(subscribers_by_language().values()),
        **rights(request.user),
    }
    return render(request, "callmaking/desk/calls.html", context)


@staff_view(*Act)
def call(request: HttpRequest, slug: str) -> HttpResponse:
    """One call: where it stands, what it lacks, all that it is made of, and what I may do."""
    found, now = asked_call(slug), timezone.now()
    state = found.state(now)
    lacks = [] if found.cancelled else lacks_of(found, now=now)
    may_do = rights(request.user)
    sees = may_do["may_see_evidence"]
    context = {
        "heading": str(found),
        "trail": trail(),
        "call": found,
        "state": state,
        "musts": [_shown(found, lack, sees=sees) for lack in lacks if lack.must],
        "wishes": [_shown(found, lack, sees=sees) for lack in lacks if not lack.must],
        "changes": waiting_changes(found),
        "kinds": _kinds(found),
        "languages": [code for code, _name in settings.LANGUAGES],
        "notices": list(found.notices.all()),
        "publications": list(found.publications.defer("content")),
        "history": history_of(found)[:HISTORY_LINES],
        "told": _told(found),
        "evidence": evidence_of(found),
        "can_extend": state in {State.COMING, State.OPEN},
        "can_tell_outage": found.may_tell_outage(now),
        "can_amend": state in {State.COMING, State.OPEN},
        **may_do,
    }
    return render(request, "callmaking/desk/call.html", context)


@staff_view(*Act)
def preview(request: HttpRequest, slug: str) -> HttpResponse:
    """The page as visitors would see it, with the texts as they are written now."""
    found = asked_call(slug)
    wanted = request.GET.get("language", "")
    with override(wanted if wanted in dict(settings.LANGUAGES) else get_language()):
        shown = call_page(found, working(found), now=timezone.now())
        return render(request, "calls/public/call.html", {**shown, "preview": True})


def asked_call(slug: str) -> Call:
    """The call that the address names, or 404."""
    found = Call.objects.select_related("current__form_version", "form", "cloned_from")
    one = found.filter(slug=slug).first()
    if one is None:
        raise Http404
    return one


def trail(call: Call | None = None) -> list[dict[str, str]]:
    """The way from the desk's home."""
    steps = [{"label": gettext("Calls for projects"), "url": reverse("desk-calls")}]
    if call:
        steps.append({"label": str(call), "url": reverse("desk-call", args=[call.slug])})
    return steps


def rights(user: Any) -> dict[str, bool]:
    """What `user` may do with calls, and whether the evidence for them opens."""
    return {
        "may_keep": permissions.may_keep(user),
        "may_publish": permissions.may_publish(user),
        "may_see_evidence": may_see_evidence(user),
    }


def _told(call: Call) -> list[Any]:
    """What to mind in a call made from another one, until it is published."""
    if call.cloned_from is None or call.published:
        return []
    copied = call.form_id and call.form_id != call.cloned_from.form_id
    return [SHIFTED, UNPROVEN, *([COPIED] if copied else [])]


def _shown(call: Call, lack: Lack, *, sees: bool) -> dict[str, str]:
    """What lacks, and where to repair it; a missing source where evidence is kept, for who `sees` that."""
    kinds = {name: kind for kind, name in LISTS.items()}
    kind, told = kinds.get(lack.list), lack.details
    field = f"#id_{told['field']}__{told['language']}" if "language" in told else ""
    if lack.code in UNSOURCED and sees:
        url = evidence_of(lack.row)
    # The row that a sum of weights is about is a track.
    elif kind and lack.row and lack.code != "weights-off":
        url = reverse("desk-call-row", args=[call.slug, kind, lack.row.pk]) + field
    elif kind:
        url = f"#{kind}"
    elif lack.list == "form":
        place = told.get("field") or told.get("section")
        url = reverse("desk-form", args=[lack.row.slug]) + (f"#{place}" if place else "")
    else:
        url = reverse("desk-call-change", args=[call.slug]) + field
    return {"told": words_of_lack(lack), "url": url}


def _kinds(call: Call) -> list[dict[str, Any]]:
    """All that a call is made of, by kind."""
    return [
        {"code": kind, "one": one, "many": many, "rows": list(getattr(call, LISTS[kind]).all())}
        for kind, (one, many) in KINDS.items()
    ]
