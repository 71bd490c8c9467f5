"""Keep a form whole, as a data file or an import tells it."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.keep_record import keep_record
from jumelage.foundation.questionnaires.models import Form
from jumelage.foundation.questionnaires.queries.forms import current_version, definition_of
from jumelage.foundation.questionnaires.rules.reading import read_definition
from jumelage.foundation.questionnaires.services.publish_form import publish_form


def keep_form(slug: str, values: Mapping[str, Any], *, actor: Any = None) -> Form:
    """The form `slug` with its `title`, `description` and `sections`, published; the same again changes nothing.

    Raises Refused("form-unreadable"), and Refused("form-unpublishable") with its mistakes.
    """
    texts = {name: values[name] for name in ("title", "description") if name in values}
    definition = read_definition({"sections": values["sections"]})
    with transaction.atomic():
        form = keep_record(Form, {"slug": slug}, texts, act="questionnaires.keep", actor=actor)
        current = current_version(form)
        if current is None or definition_of(current) != definition:
            publish_form(form, definition=definition, actor=actor)
    return form
