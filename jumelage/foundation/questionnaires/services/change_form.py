"""Change the working copy of a form, minding whoever changed the same part meanwhile."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db import models, transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.questionnaires.models import Form, FormVersion
from jumelage.foundation.questionnaires.queries.forms import (
    current_version,
    definition_of,
    working_copy,
)
from jumelage.foundation.questionnaires.rules.definition import Definition
from jumelage.foundation.questionnaires.rules.reading import written
from jumelage.foundation.registers.queries.versions import Texts, marks_of


def change_form(
    form: Form,
    change: Callable[[Definition], Definition],
    *,
    part: str,
    actor: Any,
    now: Callable[[Definition], Texts] | None = None,
    base: Mapping[str, str] | None = None,
    mine: Texts | None = None,
) -> FormVersion:
    """Make `change` to the working copy of `form`, which is opened when there is none; `part` names what is changed.

    `now` gives the texts of the part as they stand, `base` the marks of those that the page was opened with, `mine`
    those it sends: Refused("form-changed") with `theirs` when somebody else changed them meanwhile. Raises what
    `change` raises.
    """
    with transaction.atomic():
        Form.objects.select_for_update().get(pk=form.pk)
        version = open_working_copy(form)
        definition = definition_of(version)
        if now is not None and base:
            _meet(now(definition), base, mine or {})
        write_definition(version, change(definition))
        write_line("questionnaires.edit", form, actor=actor, fields=[part], version=version.number)
    return version


def open_working_copy(form: Form) -> FormVersion:
    """The working copy of `form`: the one that is there, else a new one that begins as the published version."""
    found = working_copy(form)
    if found:
        return found
    current = current_version(form)
    last = form.versions.aggregate(last=models.Max("number"))["last"] or 0
    return FormVersion.objects.create(
        form=form,
        number=last + 1,
        definition=current.definition if current else {"sections": []},
    )


def write_definition(version: FormVersion, definition: Definition) -> None:
    """Write the working copy. Raises Refused("form-published-already") for a version that is fixed."""
    if version.is_published:
        raise Refused("form-published-already")
    version.definition = written(definition)
    version.revision += 1
    version.save()


def _meet(now: Texts, base: Mapping[str, str], mine: Texts) -> None:
    """Refuse when somebody else changed a text meanwhile, and not to the same: a person chooses."""
    blank = marks_of({"": ""})[""]
    theirs, wished = marks_of(now), marks_of(mine)
    moved = {
        name: now.get(name, "")
        for name in (*now, *(name for name in base if name not in now))
        if theirs.get(name, blank) not in {base.get(name, blank), wished.get(name, blank)}
    }
    if moved:
        raise Refused("form-changed", theirs=moved)
