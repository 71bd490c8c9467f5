"""The files: the list, and one of them."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from jumelage.city.evidence.queries import said
from jumelage.foundation.registers.permissions import staff_view
from jumelage.programmes.atrisk import permissions, queries
from jumelage.programmes.atrisk.choices import Act
from jumelage.programmes.atrisk.models import AdoptedPerson
from jumelage.programmes.atrisk.queries.gate import lacks
from jumelage.programmes.atrisk.queries.timeline import ordered
from jumelage.programmes.atrisk.rules.checks import due_on, is_old
from jumelage.programmes.atrisk.rules.statuses import letter_place


@staff_view(*Act)
def people(request: HttpRequest) -> HttpResponse:
    """Every file that I may read, the oldest check first."""
    today = timezone.localdate()
    rows = [(one, is_old(one.checked_on, today=today)) for one in queries.files(request.user)]
    context = {"heading": gettext("Persons at risk"), "rows": rows}
    return render(request, "atrisk/desk/people.html", context)


@staff_view(*Act)
def person(request: HttpRequest, slug: str) -> HttpResponse:
    """One file: status, timeline, gate, and what I may do."""
    found = asked_file(request, slug)
    context = {"heading": found.name, "trail": trail(), **_file(found), **_rights(request.user)}
    return render(request, "atrisk/desk/person.html", context)


def asked_file(request: HttpRequest, slug: str) -> AdoptedPerson:
    """The file asked for, or 404."""
    found = queries.file_of(request.user, slug)
    if found is None:
        raise Http404
    return found


def trail(person: AdoptedPerson | None = None) -> list[dict[str, str]]:
    """The way from the desk's home."""
    steps = [{"label": gettext("Persons at risk"), "url": reverse("desk-people-at-risk")}]
    if person:
        steps.append(
            {"label": person.name, "url": reverse("desk-person-at-risk", args=[person.slug])}
        )
    return steps


def _file(person: AdoptedPerson) -> dict[str, Any]:
    today = timezone.localdate()
    events = ordered(person.events.all())
    checks, restrictions = list(person.checks.all()), list(person.restrictions.all())
    said([*events, *checks, *restrictions])
    publication = getattr(person, "publication", None)
    return {
        "person": person,
        "events": events,
        "conflicts": queries.contradictions_of(person),
        "checks": checks,
        "restrictions": restrictions,
        "old": is_old(person.checked_on, today=today),
        "due_on": due_on(person.checked_on, today=today),
        "place": letter_place(person.status),
        "publication": publication,
        "approvals": list(publication.approvals.all()) if publication else [],
        "stops": list(person.stops.all()),
        "lacks": "" if person.published else lacks(person, today=today),
        "history": queries.history_lines(person),
    }


def _rights(user: Any) -> dict[str, bool]:
    return {
        "may_keep": permissions.may_keep(user),
        "may_approve": permissions.may_approve(user),
        "may_publish": permissions.may_publish(user),
        "may_stop": permissions.may_stop(user),
    }
