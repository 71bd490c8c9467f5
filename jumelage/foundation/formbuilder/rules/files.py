"""A form as a file that a person reads, edits and sends back: YAML or JSON.

Source: Jumelage, issue 4, item 2. YAML is read as data only: no types, no references to anything outside.
"""

import json
import re
from typing import Any

import yaml

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.questionnaires.queries.answering import (
    Definition,
    read_definition,
    written,
)

LONGEST = 400_000


class _Plain(yaml.SafeLoader):
    """Reads "on", "yes" and days as the words that they are, as YAML 1.2 does: a condition has a key named `on`."""


_Plain.yaml_implicit_resolvers = {
    first: [(tag, shape) for tag, shape in shapes if not tag.endswith((":bool", ":timestamp"))]
    for first, shapes in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Plain.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def form_text(definition: Definition, kind: str) -> str:
    """The form as "yaml" or "json" text."""
    told = written(definition)
    if kind == "json":
        return json.dumps(told, ensure_ascii=False, indent=2)
    return yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=120)


def read_form_text(text: str) -> Definition:
    """The form that a file tells; JSON is YAML too.

    Raises Refused("form-file-large"), Refused("form-file-unreadable") with the line, or Refused("form-unreadable").
    """
    if len(text) > LONGEST:
        raise Refused("form-file-large", limit=LONGEST)
    if "\n" in text and any(mark in text for mark in ("&", "*")):
        _refuse_references(text)
    try:
        told: Any = yaml.load(text, Loader=_Plain)  # noqa: S506 - a safe loader, with fewer words
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise Refused("form-file-unreadable", line=mark.line + 1 if mark else 1) from error
    if isinstance(told, dict) and "sections" in told:
        # A whole data file holds the slug and the title too: its sections are the form.
        told = {"sections": told["sections"]}
    return read_definition(told)


def _refuse_references(text: str) -> None:
    """A reference may stand for a text of endless length."""
    try:
        events = list(yaml.parse(text, Loader=yaml.SafeLoader))
    except yaml.YAMLError:
        return
    for event in events:
        if isinstance(event, yaml.AliasEvent):
            mark = event.start_mark
            raise Refused("form-file-unreadable", line=mark.line + 1 if mark else 1)
