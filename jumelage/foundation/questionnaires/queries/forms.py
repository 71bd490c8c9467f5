"""Forms, their versions, and where they are used."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db import models

from jumelage.foundation.kernel.declared import declared
from jumelage.foundation.questionnaires.models import Form, FormVersion
from jumelage.foundation.questionnaires.rules.conditions import tests_in
from jumelage.foundation.questionnaires.rules.definition import CONTEXT, Definition
from jumelage.foundation.questionnaires.rules.mistakes import definition_mistakes
from jumelage.foundation.questionnaires.rules.reading import Mistake, read_definition


@dataclass(frozen=True, kw_only=True)
class FormUse:
    """Where a form is used, told by the room that uses it through `queries.form_uses(form) -> list[FormUse]`.

    `articles` are the numbers of its regulation (None: it has none), `tracks` the words by code that conditions meet as
    "context.track", `drafts` how many drafts a new version moves along. `number` is the version that is filled in there
    (None: none yet, or nobody any more): they get a later one when the room publishes at `address` again.
    """

    label: Any
    address: str = ""
    articles: frozenset[str] | None = None
    tracks: Mapping[str, Any] | None = None
    drafts: int = 0
    number: int | None = None


def forms() -> models.QuerySet[Form]:
    """Every form, with its versions."""
    return Form.objects.prefetch_related("versions")


def form_by_slug(slug: str) -> Form | None:
    """The form `slug`; None when there is none."""
    return Form.objects.filter(slug=slug).first()


def current_version(form: Form) -> FormVersion | None:
    """The last published version; None before the first."""
    return form.versions.exclude(published_at=None).order_by("-number").first()


def working_copy(form: Form) -> FormVersion | None:
    """The version that is being written; None when the last one is published."""
    return form.versions.filter(published_at=None).first()


def definition_of(version: FormVersion) -> Definition:
    """The form that `version` tells. Raises Refused("form-unreadable")."""
    return _read(json.dumps(version.definition, sort_keys=False))


def uses_of(form: Form) -> list[FormUse]:
    """Where `form` is used, as the rooms tell."""
    asked = (ask for ask in declared("queries", "form_uses") if callable(ask))
    return [use for ask in asked for use in ask(form)]


def mistakes_of(form: Form, definition: Definition, *, languages: Sequence[str]) -> list[Mistake]:
    """What keeps `definition` from being published as `form`; articles are sought in every regulation that uses it."""
    regulations = [use.articles for use in uses_of(form) if use.articles is not None]
    # A form of several calls cites what each of them has.
    known = frozenset.intersection(*regulations) if regulations else None
    return definition_mistakes(definition, known, languages)


def tracks_of(form: Form, definition: Definition) -> dict[str, Any]:
    """Words of the tracks by code: those of the calls that use the form, and those that its conditions name."""
    conditions = [section.when for section in definition.sections]
    conditions += [field.when for field in definition.fields]
    named = {
        str(test.value): str(test.value)
        for condition in conditions
        for test in tests_in(condition)
        if test.on == f"{CONTEXT}track" and test.value is not None
    }
    told = (use.tracks or {} for use in uses_of(form))
    return {**named, **{code: word for words in told for code, word in words.items()}}


@lru_cache(maxsize=64)
def _read(text: str) -> Definition:
    return read_definition(json.loads(text))
