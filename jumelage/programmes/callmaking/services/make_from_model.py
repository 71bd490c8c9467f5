"""Make a call from a ready-made model."""

from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.callmaking.queries.sheets import models_of_calls
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.services.write_sheet import write_sheet


def make_from_model(code: str, *, year: int, slug: str, actor: Any = None) -> Call:
    """A call in preparation for `year`, under `slug`, with the rules of the model `code`; it has no date yet.

    Raises Refused("template-unknown") or Refused("call-slug-taken").
    """
    model = models_of_calls().get(code)
    if model is None:
        raise Refused("template-unknown")
    with transaction.atomic():
        if Call.objects.filter(slug=slug).exists():
            raise Refused("call-slug-taken", slug=slug)
        sheet = {**model["sheet"], "title": _dated(model["sheet"]["title"], year)}
        made = Call(slug=slug, year=year)
        write_sheet(made, sheet)
        write_line("calls.make-from-model", made, actor=actor, model=code)
    return made


def _dated(title: dict[str, str], year: int) -> dict[str, str]:
    return {language: f"{text} {year}" for language, text in title.items()}
