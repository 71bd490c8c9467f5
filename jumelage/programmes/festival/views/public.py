"""The fortnight, for visitors."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from jumelage.city.evidence.queries import said
from jumelage.programmes.festival import queries
from jumelage.programmes.festival.views.calendars import calendar_answer
from jumelage.programmes.festival.views.pages import edition_page, event_page


def fortnight(request: HttpRequest) -> HttpResponse:
    """The latest edition, what comes next, and the editions before."""
    found = list(queries.editions())
    today = timezone.localdate()
    context = edition_page(found[0]) if found else {}
    others = found[1:]
    sources = said(others)
    known = {source.pk for source in context.get("sources", [])}
    context["sources"] = [
        *context.get("sources", []),
        *(source for source in sources if source.pk not in known),
    ]
    shown = {**context, "others": others, "upcoming": queries.upcoming(today), "today": today}
    return render(request, "festival/public/fortnight.html", shown)


def edition(request: HttpRequest, slug: str) -> HttpResponse:
    """One edition: its theme, its programme day by day, its documents."""
    found = queries.edition(slug)
    if found is None:
        raise Http404
    return render(request, "festival/public/edition.html", edition_page(found))


def event(request: HttpRequest, slug: str) -> HttpResponse:
    """One event: what, when, where, by whom, for whom, and who says so."""
    found = queries.event(slug)
    if found is None:
        raise Http404
    return render(request, "festival/public/event.html", event_page(found))


def edition_calendar(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    """The programme of an edition, for calendar programs."""
    found = queries.edition(slug)
    if found is None:
        raise Http404
    return calendar_answer(found.title, queries.events_of(found), name=f"{found.slug}.ics")


def event_calendar(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    """One event, for calendar programs."""
    found = queries.event(slug)
    if found is None:
        raise Http404
    return calendar_answer(found.title, [found], name=f"{found.slug}.ics")
