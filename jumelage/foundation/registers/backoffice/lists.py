"""A register's list, and its export."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.kernel.field_names import field_name
from jumelage.foundation.kernel.register import Register
from jumelage.foundation.registers.backoffice.cells import cells_of
from jumelage.foundation.registers.backoffice.guard import must, register_view
from jumelage.foundation.registers.choices import Act
from jumelage.foundation.registers.forms.listing import ListForm
from jumelage.foundation.registers.queries.records import listed
from jumelage.foundation.registers.rules.spreadsheets import MEDIA_TYPES, file_of
from jumelage.foundation.registers.services.export_rows import found_by, heads_of, rows_of
from jumelage.foundation.registers.services.start_work import start_work

PAGE_ROWS = 20
# Up to this number of records, the file is made at once.
AT_ONCE_ROWS = 200


@register_view
def index(request: HttpRequest, register: Register) -> HttpResponse:
    """The records, twenty a page."""
    form = ListForm(register, request.GET)
    records = listed(register, text=form.text, chosen=form.chosen)
    page = Paginator(records, PAGE_ROWS).get_page(request.GET.get("page"))
    context = {
        "register": register,
        "heading": register.many,
        "form": form,
        "page": page,
        "heads": [field_name(name) for name in register.columns],
        "rows": [(_address(register, record), *cells_of(register, record)) for record in page],
        "query": urlencode({"q": form.text, **form.chosen} if form.text or form.chosen else {}),
        "may_keep": may(request.user, register.act),
        "may_export": may(request.user, Act.EXPORT),
        "formats": list(MEDIA_TYPES),
        "trail": [],
    }
    return render(request, "registers/desk/list.html", context)


@require_POST
@register_view
def export(request: HttpRequest, register: Register) -> HttpResponse:
    """A spreadsheet of what the list shows: at once when it is short, by the worker when it is long."""
    must(request, Act.EXPORT)
    form = ListForm(register, request.POST)
    kind = request.POST.get("format", "")
    if kind not in MEDIA_TYPES:
        return redirect("register", name=register.name)
    given: dict[str, Any] = {"text": form.text, "chosen": form.chosen, "format": kind}
    records = found_by(register, given)
    if records.count() <= AT_ONCE_ROWS:
        rows = [heads_of(register), *rows_of(register, records)]
        return file_answer(file_of(kind, rows, title=str(register.many)), f"{register.name}.{kind}")
    given |= {"register": register.label, "language": get_language()}
    work = start_work("registers.export", given, actor=request.user)
    return redirect(reverse("work", args=[work.pk]))


def file_answer(content: bytes, name: str) -> HttpResponse:
    """The file, to be kept under `name`."""
    answer = HttpResponse(content, content_type=MEDIA_TYPES[name.rpartition(".")[2]])
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _address(register: Register, record: Any) -> str:
    return reverse("register-record", args=[register.name, getattr(record, register.key)])
