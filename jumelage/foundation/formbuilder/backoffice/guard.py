"""From the short name of a form in an address to the form; and what every page of it shares."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from jumelage.foundation.questionnaires.choices import Act
from jumelage.foundation.questionnaires.models import Form
from jumelage.foundation.questionnaires.permissions import may_edit_forms
from jumelage.foundation.questionnaires.queries.answering import Definition
from jumelage.foundation.questionnaires.queries.forms import (
    current_version,
    definition_of,
    form_by_slug,
    working_copy,
)
from jumelage.foundation.registers.permissions import staff_view

UNPROCESSABLE = 422
View = Callable[..., HttpResponse]


def form_view(*, edits: bool = False) -> Callable[[View], Any]:
    """Give a view its form instead of the short name; 404 for an unknown one, 403 for those who may not."""

    def guard(view: View) -> Any:
        @wraps(view)
        def guarded(request: HttpRequest, slug: str, **kwargs: Any) -> HttpResponse:
            form = form_by_slug(slug)
            if form is None:
                raise Http404
            if edits and not may_edit_forms(request.user):
                raise PermissionDenied
            return view(request, form, **kwargs)

        return staff_view(Act.EDIT, Act.PUBLISH)(guarded)

    return guard


def working_definition(form: Form) -> Definition:
    """The form as it is being written: the working copy, else the published version."""
    version = working_copy(form) or current_version(form)
    return definition_of(version) if version else Definition()


def trail(form: Form | None = None) -> list[dict[str, str]]:
    """The pages above."""
    steps = [{"label": gettext("Forms"), "url": reverse("desk-forms")}]
    if form:
        steps.append({"label": str(form), "url": reverse("desk-form", args=[form.slug])})
    return steps


def page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    """A page of the builder; `wrong` among the context says that something was refused."""
    wrong = context.get("wrong") and request.method == "POST"
    return render(request, template, context, status=UNPROCESSABLE if wrong else 200)
