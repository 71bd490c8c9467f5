"""The forms, one form with its versions, and what is done with a whole form."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, gettext

from jumelage.foundation.formbuilder.backoffice.guard import (
    form_view,
    page,
    trail,
    working_definition,
)
from jumelage.foundation.formbuilder.forms.parts import NewForm
from jumelage.foundation.formbuilder.rules.files import form_text, read_form_text
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.foundation.questionnaires.choices import Act
from jumelage.foundation.questionnaires.models import Form
from jumelage.foundation.questionnaires.permissions import may_edit_forms, may_publish_forms
from jumelage.foundation.questionnaires.queries.answering import changes
from jumelage.foundation.questionnaires.queries.forms import (
    current_version,
    definition_of,
    form_by_slug,
    forms,
    mistakes_of,
    tracks_of,
    uses_of,
    working_copy,
)
from jumelage.foundation.questionnaires.queries.outline import changes_told, mistakes_told, outline
from jumelage.foundation.questionnaires.queries.paper import paper_form
from jumelage.foundation.questionnaires.queries.wording import Mistakes
from jumelage.foundation.questionnaires.services.add_form import add_form
from jumelage.foundation.questionnaires.services.change_form import change_form
from jumelage.foundation.questionnaires.services.publish_form import publish_form
from jumelage.foundation.registers.permissions import staff_view
from jumelage.foundation.registers.queries.histories import lines_of, told

_HISTORY_LINES = 20
_MEDIA_TYPES = {"yaml": "application/yaml", "json": "application/json"}


@staff_view(Act.EDIT, Act.PUBLISH)
def index(request: HttpRequest) -> HttpResponse:
    """Every form."""
    context = {"heading": gettext("Forms"), "forms": forms()}
    may_edit = may_edit_forms(request.user)
    return page(request, "formbuilder/desk/forms.html", **context, may_edit=may_edit)


@staff_view(Act.EDIT)
def add(request: HttpRequest) -> HttpResponse:
    """A new form, empty or as a copy of `?from=`."""
    model = form_by_slug(request.GET.get("from", ""))
    first = {f"title__{code}": text for code, text in (model.title if model else {}).items()}
    form = NewForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        definition = working_definition(model) if model else None
        slug, title = form.cleaned_data["slug"], form.translated("title")
        try:
            add_form(slug, title, definition=definition, actor=request.user)
        except Refused as refusal:
            form.add_error("slug", sentence(refusal))
        else:
            return redirect("desk-form", slug=slug)
    heading = gettext("Copy a form") if model else gettext("Add a form")
    context: dict[str, Any] = {"heading": heading, "trail": trail(), "model": model}
    return page(request, "formbuilder/desk/part.html", **context, form=form, wrong=form.errors)


@form_view()
def overview(request: HttpRequest, form: Form) -> HttpResponse:
    """One form: its sections and questions, what is wrong with it, its versions."""
    definition, current = working_definition(form), current_version(form)
    languages = [code for code, _name in settings.LANGUAGES]
    mistakes = mistakes_of(form, definition, languages=settings.REQUIRED_LANGUAGES)
    uses, tracks = uses_of(form), tracks_of(form, definition)
    return page(
        request,
        "formbuilder/desk/form.html",
        heading=str(form),
        trail=trail(),
        form=form,
        sections=outline(definition, mistakes, languages, {"track": tracks}),
        mistakes=mistakes_told(mistakes, definition),
        current=current,
        working=working_copy(form),
        versions=form.versions.all(),
        uses=uses,
        behind=[use for use in uses if use.number and current and use.number < current.number],
        tracks=tracks,
        history=told(lines_of(form)[:_HISTORY_LINES]),
        may_edit=may_edit_forms(request.user),
        may_publish=may_publish_forms(request.user),
    )


@form_view()
def publish(request: HttpRequest, form: Form) -> HttpResponse:
    """What a new version changes, for whom; then the act."""
    refused = ""
    if request.method == "POST":
        if not may_publish_forms(request.user):
            raise PermissionDenied
        try:
            version = publish_form(form, actor=request.user)
        except Refused as refusal:
            refused = sentence(refusal)
        else:
            done = gettext("Version {number} is published.").format(number=version.number)
            messages.success(request, done)
            return redirect("desk-form", slug=form.slug)
    definition, current = working_definition(form), current_version(form)
    old = definition_of(current) if current else None
    mistakes = mistakes_of(form, definition, languages=settings.REQUIRED_LANGUAGES)
    return page(
        request,
        "formbuilder/desk/publish.html",
        heading=gettext("Publish a version"),
        trail=trail(form),
        form=form,
        wrong=refused,
        first=current is None,
        changes=changes_told(changes(old, definition), old, definition) if old else [],
        mistakes=mistakes_told(mistakes, definition),
        drafts=sum(use.drafts for use in uses_of(form)),
        may_publish=may_publish_forms(request.user),
    )


@form_view()
def export(_request: HttpRequest, form: Form, kind: str) -> HttpResponse:
    """The form as a file."""
    if kind not in _MEDIA_TYPES:
        raise Http404
    answer = HttpResponse(form_text(working_definition(form), kind), _MEDIA_TYPES[kind])
    answer["Content-Disposition"] = f'attachment; filename="{form.slug}.{kind}"'
    return answer


@form_view(edits=True)
def bring_in(request: HttpRequest, form: Form) -> HttpResponse:
    """Replace the working copy by a file; what cannot be read changes nothing and stays in the box."""
    text, wrong = request.POST.get("text", ""), ""
    if request.method == "POST":
        sent = request.FILES.get("file")
        try:
            text = sent.read().decode("utf-8-sig") if sent else text
            definition = read_form_text(text)
        except UnicodeDecodeError:
            wrong = gettext("The file is not text in UTF-8.")
        except Refused as refusal:
            found = Mistakes(refusal.details.get("mistakes", ()))
            wrong = sentence(Refused(refusal.code, **{**refusal.details, "mistakes": found}))
        else:
            change_form(form, lambda _: definition, part="file", actor=request.user)
            messages.success(request, gettext("The working copy is as the file says."))
            return redirect("desk-form", slug=form.slug)
    heading = gettext("Bring in a file")
    context = {"heading": heading, "trail": trail(form), "form": form}
    return page(request, "formbuilder/desk/file.html", **context, text=text, wrong=wrong)


@form_view()
def paper(request: HttpRequest, form: Form) -> HttpResponse:
    """The empty form as a PDF, in a language and for a track."""
    definition = working_definition(form)
    tracks = tracks_of(form, definition)
    asked, track = request.GET.get("language", ""), request.GET.get("track", "")
    language = asked if asked in dict(settings.LANGUAGES) else get_language() or "fr"
    content = paper_form(
        definition,
        title=form.title,
        language=language,
        track=track if track in tracks else "",
        names={"track": tracks},
    )
    answer = HttpResponse(content, "application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{form.slug}-{language}.pdf"'
    return answer
