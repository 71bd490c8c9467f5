"""Long work: how far it is, its file, stopping it."""

from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.foundation.registers.backoffice.lists import file_answer
from jumelage.foundation.registers.models import Work
from jumelage.foundation.registers.permissions import staff_view
from jumelage.foundation.registers.queries.registry import register_of
from jumelage.foundation.registers.queries.works import work_of, works_of
from jumelage.foundation.registers.services.stop_work import stop_work

LAST_WORKS = 50


@staff_view()
def works(request: HttpRequest) -> HttpResponse:
    """The long work of whoever is signed in."""
    found = [(work, title_of(work)) for work in works_of(request.user)[:LAST_WORKS]]
    context = {"heading": gettext("Long work"), "works": found}
    return render(request, "registers/desk/works.html", context)


@staff_view()
def work(request: HttpRequest, number: int) -> HttpResponse:
    """One of them: the page asks again by itself while it runs, and can be left."""
    found = _mine(request, number)
    context = {
        "heading": title_of(found),
        "trail": [{"label": gettext("Long work"), "url": reverse("works")}],
        "work": found,
        "told": sentence(Refused(found.code, **found.details)) if found.code else "",
    }
    return render(request, "registers/desk/work.html", context)


@staff_view()
def work_file(request: HttpRequest, number: int) -> HttpResponse:
    """What the work made."""
    found = _mine(request, number)
    if not found.file or not default_storage.exists(found.file):
        raise Http404
    with default_storage.open(found.file) as file:
        kind = found.file.rpartition(".")[2]
        return file_answer(
            file.read(), f"{found.given.get('register', 'work').replace('.', '-')}.{kind}"
        )


@require_POST
@staff_view()
def work_stop(request: HttpRequest, number: int) -> HttpResponse:
    """Leave it where it is."""
    stop_work(_mine(request, number))
    return redirect("work", number=number)


def title_of(found: Work) -> str:
    """What the work does, in words."""
    register = register_of(found.given.get("register", ""))
    if register:
        return gettext("Export: {what}").format(what=register.many)
    return str(found.given.get("title", found.kind))


def _mine(request: HttpRequest, number: int) -> Work:
    found = work_of(request.user, number)
    if found is None:
        raise Http404
    return found
