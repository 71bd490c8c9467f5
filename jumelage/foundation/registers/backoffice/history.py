"""The history of a record."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from jumelage.foundation.kernel.field_names import field_name
from jumelage.foundation.kernel.register import Register
from jumelage.foundation.registers.backoffice.guard import record_or_404, register_view
from jumelage.foundation.registers.queries.histories import Told, lines_of, told

PAGE_LINES = 50


@register_view
def history(request: HttpRequest, register: Register, key: str) -> HttpResponse:
    """Who did what, the newest first."""
    record = record_or_404(register, key)
    page = Paginator(lines_of(record), PAGE_LINES).get_page(request.GET.get("page"))
    context = {
        "register": register,
        "record": record,
        "heading": gettext("History"),
        "trail": [
            {"label": register.many, "url": reverse("register", args=[register.name])},
            {"label": record, "url": reverse("register-record", args=[register.name, key])},
        ],
        "page": page,
        "lines": [(line, words_of_act(line)) for line in told(page)],
    }
    return render(request, "registers/desk/history.html", context)


def words_of_act(line: Told) -> str:
    """What was done, in words."""
    fields = ", ".join(field_name(name) for name in line.fields)
    if line.new:
        return gettext("Added")
    if line.act.startswith("publish"):
        return gettext("Published")
    if line.act.startswith("withdraw"):
        return gettext("Withdrawn")
    if "claim" in line.act:
        return gettext("Evidence changed")
    return gettext("Changed: {fields}").format(fields=fields) if fields else line.act
