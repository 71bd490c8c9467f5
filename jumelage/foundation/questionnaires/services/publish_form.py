"""Publish the working copy of a form."""

from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.questionnaires.models import Form, FormVersion
from jumelage.foundation.questionnaires.queries.forms import (
    current_version,
    definition_of,
    mistakes_of,
    working_copy,
)
from jumelage.foundation.questionnaires.queries.wording import Mistakes
from jumelage.foundation.questionnaires.rules.definition import Definition
from jumelage.foundation.questionnaires.rules.reading import written


def publish_form(
    form: Form, *, definition: Definition | None = None, actor: Any = None
) -> FormVersion:
    """Fix the working copy of `form`: it becomes the version that new answers are given to.

    With a `definition`, that one is published, and a working copy that somebody writes stays beside it. Raises
    Refused("form-same") when nothing differs, and Refused("form-unpublishable") with the mistakes that are left.
    """
    with transaction.atomic():
        Form.objects.select_for_update().get(pk=form.pk)
        version, previous = working_copy(form), current_version(form)
        if definition is None:
            definition = definition_of(version) if version else None
        if definition is None or (previous and definition_of(previous) == definition):
            raise Refused("form-same")
        mistakes = mistakes_of(form, definition, languages=settings.REQUIRED_LANGUAGES)
        if mistakes:
            raise Refused("form-unpublishable", mistakes=str(Mistakes(mistakes)))
        fixed = _fixed(form, version, definition)
        told: dict[str, Any] = {"fields": ["sections"], "version": fixed.number}
        write_line("questionnaires.publish", form, actor=actor, public=True, **told)
    return fixed


def _fixed(form: Form, version: FormVersion | None, definition: Definition) -> FormVersion:
    """The version that is published; another text in the working copy moves on by one number."""
    now = timezone.now()
    if version and definition_of(version) == definition:
        version.published_at = now
        version.save()
        return version
    last = form.versions.aggregate(last=models.Max("number"))["last"] or 0
    number = last + 1
    if version:
        number, version.number = version.number, number
        version.save()
    told = written(definition)
    return FormVersion.objects.create(form=form, number=number, definition=told, published_at=now)
