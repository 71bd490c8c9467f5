"""Writing a call and what it is made of."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from jumelage.city.evidence.permissions import may_see_evidence
from jumelage.foundation.registers.permissions import staff_view
from jumelage.foundation.registers.queries.meeting import marks_seen
from jumelage.programmes.callmaking.backoffice.asking import ask, done
from jumelage.programmes.callmaking.backoffice.calls import asked_call
from jumelage.programmes.callmaking.backoffice.registers import evidence_of
from jumelage.programmes.callmaking.forms.acts import UploadForm
from jumelage.programmes.callmaking.forms.record import ASKED, OF_CALL, RecordForm
from jumelage.programmes.callmaking.services.attach_document import attach_document
from jumelage.programmes.calls.choices import Act
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries.rows import ROWS, row_of
from jumelage.programmes.calls.queries.words import KINDS
from jumelage.programmes.calls.services.keep_call import keep_call
from jumelage.programmes.calls.services.keep_row import keep_row
from jumelage.programmes.calls.services.remove_row import remove_row


@staff_view(Act.KEEP)
def change_call(request: HttpRequest, slug: str) -> HttpResponse:
    """The call's own texts, amounts and dates."""
    call = asked_call(slug)
    form = RecordForm(Call, OF_CALL, data=request.POST or None, record=call)

    def act() -> Call:
        marks = request.POST.get("marks", "")
        return keep_call(call, form.values, now=timezone.now(), marks=marks, actor=request.user)

    return ask(
        request,
        form,
        act,
        heading=gettext("Change the call itself"),
        call=call,
        marks=marks_seen(call, OF_CALL),
    )


@staff_view(Act.KEEP)
def add(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """One more row."""
    call = asked_call(slug)
    form = RecordForm(_model(kind), ASKED[kind], data=request.POST or None, call=call)

    def act() -> Call:
        keep_row(call, kind, None, form.values, actor=request.user)
        return call

    heading = gettext("Add: {what}").format(what=KINDS[kind][0])
    return ask(request, form, act, heading=heading, call=call)


@staff_view(Act.KEEP)
def change(request: HttpRequest, slug: str, kind: str, number: int) -> HttpResponse:
    """A row that is there."""
    call, model = asked_call(slug), _model(kind)
    row = row_of(call, kind, number)
    if row is None and request.method != "POST":
        raise Http404
    names = ASKED[kind]
    form = RecordForm(model, names, data=request.POST or None, record=row, call=call)

    def act() -> Call:
        marks = request.POST.get("marks", "")
        keep_row(call, kind, number, form.values, marks=marks, actor=request.user)
        return call

    return ask(
        request,
        form,
        act,
        heading=gettext("Change: {what}").format(what=KINDS[kind][0]),
        call=call,
        marks=marks_seen(row, names) if row else "",
        row=row,
        kind=kind,
        evidence=evidence_of(row) if may_see_evidence(request.user) else "",
    )


@require_POST
@staff_view(Act.KEEP)
def remove(request: HttpRequest, slug: str, kind: str, number: int) -> HttpResponse:
    """Take a row out."""
    call = asked_call(slug)
    _model(kind)
    return done(
        request,
        call,
        lambda: remove_row(call, kind, number, actor=request.user),
        gettext("Removed."),
    )


@staff_view(Act.KEEP)
def upload(request: HttpRequest, slug: str) -> HttpResponse:
    """A document with its file."""
    call = asked_call(slug)
    form = UploadForm(request.POST or None, request.FILES or None)

    def act() -> Call:
        sent = form.cleaned_data["file"]
        given = {"content": sent.read(), "file_name": sent.name}
        attach_document(call, form.values, **given, actor=request.user)
        return call

    return ask(request, form, act, heading=gettext("Send a document"), call=call)


def _model(kind: str) -> type:
    if kind not in ROWS:
        raise Http404
    return ROWS[kind][0]
