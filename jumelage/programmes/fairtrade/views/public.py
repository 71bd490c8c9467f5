"""Fair trade, for visitors."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from jumelage.city.evidence.queries import said
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.programmes.fairtrade import queries
from jumelage.programmes.fairtrade.choices import Place, PracticeKind
from jumelage.programmes.fairtrade.forms.clause import ClauseForm
from jumelage.programmes.fairtrade.phrases import INSTRUMENTS
from jumelage.programmes.fairtrade.rules import instruments as ilo
from jumelage.programmes.fairtrade.rules.clause import check_clause

UNPROCESSABLE = 422


@require_safe
def fair_trade(request: HttpRequest) -> HttpResponse:
    """The title, what the city buys and asks, the guide of labels, the fundamental instruments."""
    by_kind = queries.practices()
    labels, memberships = list(queries.labels()), list(queries.memberships())
    kept = [one for many in by_kind.values() for one in many]
    context = {
        "practices": by_kind,
        "labels": labels,
        "memberships": memberships,
        "sets": [
            {"is": one, "rows": _rows(one.slug)}
            for one in by_kind[PracticeKind.INSTRUMENTS]
            if one.slug in ilo.SETS
        ],
        "sources": said([*kept, *labels, *memberships]),
    }
    return render(request, "fairtrade/public/fair-trade.html", context)


@require_safe
def label(request: HttpRequest, slug: str) -> HttpResponse:
    """One mark of the guide."""
    found = queries.mark(slug)
    if found is None:
        raise Http404
    context = {
        "mark": found,
        "sources": said([found]),
        "trail": [{"url": reverse("fair-trade"), "label": gettext("Fair trade")}],
    }
    return render(request, "fairtrade/public/label.html", context)


# It changes nothing and knows nobody, so that there is nothing to forge; a token would need a cookie.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def clause(request: HttpRequest) -> HttpResponse:
    """Write a clause from the answers; nothing is kept."""
    form = ClauseForm(request.POST or None)
    texts: list[dict[str, Any]] = []
    if request.method == "POST" and form.is_valid():
        try:
            texts = _texts(form)
        except Refused as refusal:
            form.add_error(None, sentence(refusal))
    context = {
        "form": form,
        "texts": texts,
        "trail": [{"url": reverse("fair-trade"), "label": gettext("Fair trade")}],
    }
    status = UNPROCESSABLE if form.errors else 200
    answer = render(request, "fairtrade/public/clause.html", context, status=status)
    if request.method == "POST":
        answer["Cache-Control"] = "private, no-store"
    return answer


def _texts(form: ClauseForm) -> list[dict[str, Any]]:
    demand = form.demand
    names = list(queries.marks().values_list("name", flat=True))
    chosen = _rows(demand.instruments) if demand.instruments else []
    return [
        {
            "words": words,
            "demand": demand,
            "place": Place(demand.place).label,
            "instruments": chosen,
        }
        for words in check_clause(demand, form.words, marks=names)
    ]


def _rows(code: str) -> list[dict[str, Any]]:
    """The instruments of a set, each with its words."""
    return [{"is": one, "about": INSTRUMENTS[one.code]} for one in ilo.SETS[code].instruments]
