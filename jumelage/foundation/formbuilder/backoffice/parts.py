"""Sections, questions and conditions: added, changed, moved, taken out."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from jumelage.foundation.formbuilder.backoffice.guard import (
    form_view,
    page,
    trail,
    working_definition,
)
from jumelage.foundation.formbuilder.forms.conditions import ConditionForm, fits
from jumelage.foundation.formbuilder.forms.field import FieldEditor
from jumelage.foundation.formbuilder.forms.parts import NewFieldForm, SectionForm, spread
from jumelage.foundation.formbuilder.rules import editing
from jumelage.foundation.formbuilder.rules.days import days_beside
from jumelage.foundation.formbuilder.rules.texts import texts_of
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.foundation.questionnaires.models import Form
from jumelage.foundation.questionnaires.queries.answering import (
    Budget,
    Definition,
    Field,
    Kind,
    Section,
    text_in,
)
from jumelage.foundation.questionnaires.queries.forms import tracks_of
from jumelage.foundation.questionnaires.queries.wording import condition_words, reader
from jumelage.foundation.questionnaires.services.change_form import change_form
from jumelage.foundation.registers.queries.versions import marks_of, read, written

Part = Section | Field


@form_view(edits=True)
def add_section(request: HttpRequest, form: Form) -> HttpResponse:
    """A section at the end."""
    inputs = SectionForm(request.POST or None)
    if request.method == "POST" and inputs.is_valid():
        title, intro = inputs.translated("title"), inputs.translated("intro")
        taken = [section.code for section in working_definition(form).sections]
        code = editing.code_from(text_in(title, reader()) or "section", taken)
        section = Section(code=code, title=title, intro=intro or None)
        change_form(
            form,
            lambda definition: editing.with_section(definition, section),
            part=code,
            actor=request.user,
        )
        return _back(form, code)
    context = {"heading": gettext("Add a section"), "trail": trail(form)}
    return page(request, "formbuilder/desk/part.html", **context, form=inputs, wrong=inputs.errors)


@form_view(edits=True)
def section(request: HttpRequest, form: Form, code: str) -> HttpResponse:
    """The words of a section."""
    found = working_definition(form).section(code)
    if found is None:
        raise Http404
    texts = {"title": found.title, "intro": found.intro or {}}
    inputs = SectionForm(request.POST or None, initial=spread(texts))

    def change(part: Any) -> Any:
        intro = inputs.translated("intro") or None
        return replace(part, title=inputs.translated("title"), intro=intro)

    heading = gettext("Change the section")
    return _edited(request, form, found, {"form": inputs, "heading": heading}, change)


@form_view(edits=True)
def add_field(request: HttpRequest, form: Form, code: str) -> HttpResponse:
    """A question in the section `code`, or a column in the table `code`."""
    definition = working_definition(form)
    table, section = definition.by_code.get(code), definition.section(code)
    beside = table.columns if table else section.fields if section else None
    if beside is None:
        raise Http404
    inputs = NewFieldForm(request.POST or None, beside=beside, cells=table is not None)
    if request.method == "POST" and inputs.is_valid():
        field = _new_field(inputs, [c.code for c in table.columns] if table else definition.by_code)
        adding = _adding(code, table, field, inputs.cleaned_data["before"])
        change_form(form, adding, part=field.code, actor=request.user)
        place = f"{code}.{field.code}" if table else field.code
        return redirect("desk-form-field", slug=form.slug, code=place)
    heading = gettext("Add a column") if table else gettext("Add a question")
    context = {"heading": heading, "trail": _above(form, definition, f"{code}." if table else "")}
    return page(request, "formbuilder/desk/part.html", **context, form=inputs, wrong=inputs.errors)


@form_view(edits=True)
def field(request: HttpRequest, form: Form, code: str) -> HttpResponse:
    """The words and rules of a question, or of a column."""
    definition = working_definition(form)
    found = _field_or_404(definition, code)
    names = {"track": tracks_of(form, definition)}
    data = request.POST if request.method == "POST" else None
    days = [(one.code, text_in(one.label, reader())) for one in days_beside(definition, code)]
    editor = FieldEditor(found, data, is_column="." in code, days=days)
    context = {
        "form": editor,
        "heading": gettext("Change the question"),
        "field": found,
        "code": code,
        "columns": found.columns if found.kind is Kind.TABLE else None,
        "condition": condition_words(found.when, definition, names),
        "is_column": "." in code,
        "trail": _above(form, definition, code),
    }
    return _edited(request, form, found, context, editor.applied, code=code)


@form_view(edits=True)
def condition(request: HttpRequest, form: Form, code: str) -> HttpResponse:
    """When a section ("section:code") or a question is asked."""
    definition = working_definition(form)
    kind, _apart, name = code.rpartition(":")
    found: Part | None = definition.section(name) if kind else _field_or_404(definition, name)
    if found is None:
        raise Http404
    tracks = tracks_of(form, definition)
    data = request.POST if request.method == "POST" else None
    inputs = ConditionForm(definition, tracks, data, condition=found.when)
    context = {
        "form": inputs,
        "heading": gettext("When is it asked?"),
        "deep": ""
        if fits(found.when)
        else condition_words(found.when, definition, {"track": tracks}),
        "asked": text_in(found.title if isinstance(found, Section) else found.label, reader()),
        "template": "formbuilder/desk/condition.html",
    }
    return _edited(
        request, form, found, context, lambda part: replace(part, when=inputs.condition), code=name
    )


@require_POST
@form_view(edits=True)
def move(request: HttpRequest, form: Form, code: str) -> HttpResponse:
    """A part one step up or down."""
    kind, _apart, name = code.rpartition(":")
    steps = -1 if request.POST.get("to") == "up" else 1
    act = editing.moved_section if kind else editing.moved_field

    def change(definition: Definition) -> Definition:
        return act(definition, name, steps)

    return _acted(request, form, change, name)


@form_view(edits=True)
def remove(request: HttpRequest, form: Form, code: str) -> HttpResponse:
    """Ask, then take a part out."""
    kind, _apart, name = code.rpartition(":")
    act = editing.without_section if kind else editing.without_field
    if request.method == "POST":
        return _acted(request, form, lambda definition: act(definition, name), name)
    definition = working_definition(form)
    found = definition.section(name) if kind else _field_or_404(definition, name)
    if found is None:
        raise Http404
    label = text_in(found.title if isinstance(found, Section) else found.label, reader())
    context = {"heading": gettext("Take it out of the form?"), "trail": trail(form)}
    number = len(found.fields) if isinstance(found, Section) else 0
    return page(
        request, "formbuilder/desk/remove.html", **context, label=label, number=number, form=form
    )


def _edited(
    request: HttpRequest,
    form: Form,
    found: Part,
    context: dict[str, Any],
    change: Callable[[Any], Any],
    *,
    code: str = "",
) -> HttpResponse:
    """Show a part with its inputs; save it unless somebody else changed it meanwhile, and then show both."""
    inputs, place = context["form"], code or found.code
    clashes: dict[str, str] = {}
    if request.method == "POST" and inputs.is_valid():
        try:
            _save(request, form, found, change, place)
        except Refused as refusal:
            clashes = refusal.details.get("theirs", {})
            inputs.add_error(None, sentence(refusal))
        else:
            messages.success(request, gettext("Saved."))
            return _back(form, place)
    # Once both texts were shown, the next save starts from what stands there now.
    opened = request.POST.get("marks", "") if not clashes else ""
    return page(
        request,
        context.pop("template", "formbuilder/desk/part.html"),
        **{"trail": trail(form), "marks": opened or written(marks_of(texts_of(found))), **context},
        slug=form.slug,
        clashes=list(clashes.items()),
        wrong=inputs.errors,
    )


def _save(
    request: HttpRequest, form: Form, found: Part, change: Callable[[Any], Any], place: str
) -> None:
    is_section = isinstance(found, Section)
    act = editing.changed_section if is_section else editing.changed_field
    change_form(
        form,
        lambda definition: act(definition, place, change),
        part=place,
        actor=request.user,
        now=lambda definition: texts_of(_part(definition, place, is_section=is_section)),
        base=read(request.POST.get("marks", "")) or {},
        mine=texts_of(change(found)),
    )


def _acted(
    request: HttpRequest, form: Form, change: Callable[[Definition], Definition], name: str
) -> HttpResponse:
    try:
        change_form(form, change, part=name, actor=request.user)
    except Refused as refusal:
        messages.error(request, sentence(refusal))
    return _back(form, name)


def _back(form: Form, code: str) -> HttpResponse:
    """To the part on the page of the form; from a column to its table."""
    table, _apart, column = code.partition(".")
    if column:
        return redirect(f"{reverse('desk-form-field', args=[form.slug, table])}#columns")
    return redirect(f"{reverse('desk-form', args=[form.slug])}#{code}")


def _above(form: Form, definition: Definition, code: str) -> list[dict[str, str]]:
    """The pages above a question; above a column "table.column" stands its table too."""
    table = code.rpartition(".")[0]
    if not table:
        return trail(form)
    label = text_in(definition.by_code[table].label, reader())
    return [
        *trail(form),
        {"label": label, "url": reverse("desk-form-field", args=[form.slug, table])},
    ]


def _field_or_404(definition: Definition, code: str) -> Field:
    try:
        return editing.field_at(definition, code)
    except Refused:
        raise Http404 from None


def _part(definition: Definition, place: str, *, is_section: bool) -> Part:
    if not is_section:
        return editing.field_at(definition, place)
    found = definition.section(place)
    if found is None:
        raise Refused("form-part-gone", code=place)
    return found


def _new_field(inputs: NewFieldForm, taken: Any) -> Field:
    label, kind = inputs.translated("label"), Kind(inputs.cleaned_data["kind"])
    code = editing.code_from(text_in(label, reader()) or kind, taken)
    budget = Budget() if kind is Kind.BUDGET else None
    return Field(code=code, kind=kind, label=label, budget=budget)


def _adding(
    code: str, table: Field | None, field: Field, before: str
) -> Callable[[Definition], Definition]:
    if table is None:
        return lambda definition: editing.with_field(definition, code, field, before=before)
    return lambda definition: editing.changed_field(
        definition,
        code,
        lambda one: replace(one, columns=editing.inserted(one.columns, field, before)),
    )
