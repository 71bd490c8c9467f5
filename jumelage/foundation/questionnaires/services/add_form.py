"""Add a form: empty, or as a copy of another."""

import re
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.translated import Translated
from jumelage.foundation.questionnaires.models import Form, FormVersion
from jumelage.foundation.questionnaires.rules.definition import Definition
from jumelage.foundation.questionnaires.rules.reading import written


def add_form(
    slug: str,
    title: Mapping[str, str],
    *,
    definition: Definition | None = None,
    actor: Any,
) -> Form:
    """A new form with a working copy that begins as `definition`, or empty.

    Raises Refused("form-slug-unfit") or Refused("form-slug-taken").
    """
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug):
        raise Refused("form-slug-unfit")
    with transaction.atomic():
        if Form.objects.filter(slug=slug).exists():
            raise Refused("form-slug-taken", slug=slug)
        form = Form.objects.create(slug=slug, title=Translated(title))
        FormVersion.objects.create(
            form=form, number=1, definition=written(definition or Definition())
        )
        write_line("questionnaires.add", form, actor=actor, new=True)
    return form
