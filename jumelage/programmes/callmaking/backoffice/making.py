"""A new call: empty, from a ready-made model, or from last year's."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext

from jumelage.foundation.kernel.translated import Translated
from jumelage.foundation.registers.permissions import staff_view
from jumelage.programmes.callmaking.backoffice.asking import ask
from jumelage.programmes.callmaking.backoffice.calls import asked_call
from jumelage.programmes.callmaking.forms.acts import NewCallForm
from jumelage.programmes.callmaking.forms.fields import StaffForm
from jumelage.programmes.callmaking.phrases import COPIED, SHIFTED, UNPROVEN
from jumelage.programmes.callmaking.queries.sheets import models_of_calls
from jumelage.programmes.callmaking.rules.shifting import dated
from jumelage.programmes.callmaking.services.clone_call import clone_call
from jumelage.programmes.callmaking.services.make_from_model import make_from_model
from jumelage.programmes.calls.choices import Act
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries.desk import every_call
from jumelage.programmes.calls.services.keep_call import add_call
from jumelage.programmes.calls.services.remove_call import remove_call

# The others have the same button on their own pages.
OFFERED = 3


@staff_view(Act.KEEP)
def add(request: HttpRequest) -> HttpResponse:
    """An empty call, or one made from a model."""
    calls = list(every_call()[:OFFERED])
    # In January the call of this year may still be to come.
    year = max([timezone.localdate().year, *(call.year + 1 for call in calls)])
    form = NewCallForm(request.POST or None, year=year, calls=calls)

    def act() -> Call:
        data = form.cleaned_data
        given = {"year": data["year"], "slug": data["slug"], "actor": request.user}
        if call := form.call:
            return clone_call(call, **given)
        if data["model"]:
            return make_from_model(data["model"], **given)
        words = {
            "fr": "Appel à projets {year}",
            "nl": "Projectoproep {year}",
            "en": "Call for projects {year}",
        }
        title = {code: text.format(year=data["year"]) for code, text in words.items()}
        values = {"year": data["year"], "title": title}
        return add_call(data["slug"], values, actor=request.user)

    return ask(
        request,
        form,
        act,
        heading=gettext("Prepare a call"),
        models=_models(),
    )


@staff_view(Act.KEEP)
def clone(request: HttpRequest, slug: str) -> HttpResponse:
    """Next year's call, from this one."""
    call = asked_call(slug)
    year = max(timezone.localdate().year, call.year + 1)
    name = dated(call.slug, before=call.year, after=year, joint="-")
    form = NewCallForm(request.POST or None, year=year, slug=name)

    def act() -> Call:
        data = form.cleaned_data
        return clone_call(call, year=data["year"], slug=data["slug"], actor=request.user)

    heading = gettext("Clone to next year")
    told = [SHIFTED, UNPROVEN, *([COPIED] if call.form else [])]
    return ask(request, form, act, heading=heading, call=call, lede=" ".join(map(str, told)))


@staff_view(Act.KEEP)
def remove(request: HttpRequest, slug: str) -> HttpResponse:
    """Take away a call that was never published."""
    call = asked_call(slug)
    form = StaffForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        remove_call(call, actor=request.user)

    told = gettext("It was never published. All that is written in it is lost.")
    heading = gettext("Remove this call")
    return ask(request, form, act, heading=heading, call=call, lede=told, danger=True)


def _models() -> list[dict[str, Any]]:
    """The ready-made models, in the reader's language, with their sources."""
    return [
        {
            "name": Translated(one["name"]),
            "about": Translated(one["about"]),
            "sources": one["sources"],
        }
        for one in models_of_calls().values()
    ]
