"""A record of a register: seen, added, changed, published, withdrawn."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.kernel.asking import show_errors
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.field_names import field_name
from jumelage.foundation.kernel.register import Register
from jumelage.foundation.kernel.wording import sentence
from jumelage.foundation.registers.backoffice.guard import must, record_or_404, register_view
from jumelage.foundation.registers.forms.record_form import RecordForm
from jumelage.foundation.registers.queries.records import Parts, parts_of, texts_of
from jumelage.foundation.registers.queries.texts import standings_of
from jumelage.foundation.registers.rules.versions import marks_of, read, written
from jumelage.foundation.registers.services.note_texts import confirm_texts
from jumelage.foundation.registers.services.save_record import add_record, save_record

UNPROCESSABLE = 422


@register_view
def add(request: HttpRequest, register: Register) -> HttpResponse:
    """A new record."""
    must(request, register.act)
    if request.method != "POST":
        return _page(request, register, RecordForm(register))
    form = RecordForm(register, data=request.POST, files=request.FILES)
    if form.is_valid():
        try:
            add_record(register, form.key, form.gather(form.parts), actor=request.user)
        except (Refused, ValidationError) as refusal:
            _tell(form, refusal)
        else:
            messages.success(request, gettext("Saved."))
            return redirect("register-record", name=register.name, key=form.key)
    return _page(request, register, form, status=UNPROCESSABLE)


@register_view
def change(request: HttpRequest, register: Register, key: str) -> HttpResponse:
    """A record that is there."""
    record = record_or_404(register, key)
    parts = parts_of(register, record)
    if request.method != "POST":
        return _page(
            request, register, RecordForm(register, parts=parts), record=record, parts=parts
        )
    must(request, register.act)
    form = RecordForm(register, parts=parts, data=request.POST, files=request.FILES)
    clashes: list[dict[str, Any]] = []
    if form.is_valid():
        try:
            return _saved(request, register, key, form)
        except Refused as refusal:
            clashes = _clashes(refusal, parts, form.parts)
            _tell(form, refusal)
        except ValidationError as error:
            _tell(form, error)
    # What was compared is what the next save starts from; before that, what the form was opened with.
    marks = written(marks_of(texts_of(parts))) if clashes else request.POST.get("marks", "")
    given = {"record": record, "marks": marks, "clashes": clashes, "status": UNPROCESSABLE}
    return _page(request, register, form, **given)


@require_POST
@register_view
def publication(request: HttpRequest, register: Register, key: str) -> HttpResponse:
    """Publish or withdraw."""
    must(request, register.publish_act or register.act)
    record = record_or_404(register, key)
    if register.publish is None or register.withdraw is None:
        raise Http404
    act = register.withdraw if record.published else register.publish
    try:
        act(record, actor=request.user)
        messages.success(
            request, gettext("Published.") if record.published else gettext("Withdrawn.")
        )
    except Refused as refusal:
        messages.error(request, sentence(refusal))
    return redirect("register-record", name=register.name, key=key)


@require_POST
@register_view
def texts_checked(request: HttpRequest, register: Register, key: str) -> HttpResponse:
    """Say that a language still says what the others say."""
    must(request, register.act)
    confirm_texts(register, record_or_404(register, key), request.POST.get("language", ""))
    messages.success(request, gettext("Noted."))
    return redirect("register-record", name=register.name, key=key)


def _saved(request: HttpRequest, register: Register, key: str, form: RecordForm) -> HttpResponse:
    base = read(request.POST.get("marks", "")) or {}
    saved = save_record(
        register, key, form.parts, base=base, gather=form.gather, actor=request.user
    )
    messages.success(request, gettext("Saved."))
    if saved.theirs:
        names = ", ".join(part_name(part) for part in saved.theirs)
        told = gettext("Somebody else changed this meanwhile, and it is kept: {names}.")
        messages.info(request, told.format(names=names))
    return redirect("register-record", name=register.name, key=key)


def part_name(part: str) -> str:
    """The name of a part: “Title (nl)”."""
    name, _apart, code = part.partition("__")
    return f"{field_name(name)} ({code})" if code else field_name(name)


def _clashes(refusal: Refused, theirs: Parts, mine: Parts) -> list[dict[str, Any]]:
    return [
        {
            "name": part_name(part),
            "language": part.partition("__")[2],
            "theirs": texts_of(theirs)[part],
            "mine": texts_of(mine)[part],
        }
        for part in refusal.details.get("parts", ())
    ]


def _tell(form: RecordForm, refusal: Refused | ValidationError) -> None:
    if isinstance(refusal, ValidationError):
        show_errors(form.form, refusal)
    else:
        form.form.add_error(None, sentence(refusal))


def _page(
    request: HttpRequest,
    register: Register,
    form: RecordForm,
    *,
    record: Any = None,
    parts: Parts | None = None,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    marks = written(marks_of(texts_of(parts))) if parts is not None else ""
    may_keep = may(request.user, register.act)
    context = {
        "register": register,
        "heading": str(record) if record else gettext("Add: {what}").format(what=register.one),
        "trail": [{"label": register.many, "url": f"/desk/registers/{register.name}/"}],
        "form": form,
        "record": record,
        "key": getattr(record, register.key) if record else "",
        "marks": marks,
        "may_keep": may_keep,
        "may_publish": bool(record and register.publish)
        and may(request.user, register.publish_act or register.act),
        "remarks": register.remarks(record) if record and register.remarks else [],
        "states": standings_of(f"{register.label}:{record.pk}") if record else [],
        **more,
    }
    return render(request, "registers/desk/record.html", context, status=status)
