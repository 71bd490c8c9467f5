"""Publish the working copy of a form."""

from typing import Any

from django.conf import settings
from django.db import transaction
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
from jumelage.foundation.questionnaires.signals import form_published


def publish_form(form: Form, *, actor: Any = None) -> FormVersion:
    """Fix the working copy of `form`: it becomes the version that new answers are given to.

    Raises Refused("form-same") without a working copy or when nothing differs, and Refused("form-unpublishable") with
    the mistakes that are left.
    """
    with transaction.atomic():
        Form.objects.select_for_update().get(pk=form.pk)
        version, previous = working_copy(form), current_version(form)
        if version is None:
            raise Refused("form-same")
        definition = definition_of(version)
        if previous and definition_of(previous) == definition:
            raise Refused("form-same")
        mistakes = mistakes_of(form, definition, languages=settings.REQUIRED_LANGUAGES)
        if mistakes:
            raise Refused("form-unpublishable", mistakes=Mistakes(mistakes))
        version.published_at = timezone.now()
        version.save()
        write_line("questionnaires.publish", form, actor=actor, public=True, version=version.number)
        form_published.send(sender=Form, version=version, previous=previous)
    return version
