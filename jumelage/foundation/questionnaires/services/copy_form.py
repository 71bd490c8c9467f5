"""Give a form a copy that lives by itself."""

from collections.abc import Mapping
from itertools import count
from typing import Any

from django.db import transaction
from django.utils import timezone

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.translated import Translated
from jumelage.foundation.questionnaires.models import Form, FormVersion
from jumelage.foundation.questionnaires.queries.forms import current_version
from jumelage.foundation.questionnaires.services.change_form import open_working_copy

# Leaves room for the number of a name that is taken.
_LONGEST = 70


def copy_form(form: Form, *, slug: str, title: Mapping[str, str], actor: Any = None) -> Form:
    """A form under `title` that begins as `form` was last published, published too; before that, as it is written.

    A `slug` that is taken gets a number. What is changed in one of the two changes nothing in the other.
    """
    with transaction.atomic():
        begun = current_version(form) or open_working_copy(form)
        made = Form.objects.create(
            slug=_free(slug), title=Translated(title), description=form.description
        )
        FormVersion.objects.create(
            form=made,
            number=1,
            definition=begun.definition,
            published_at=timezone.now() if begun.is_published else None,
        )
        write_line("questionnaires.add", made, actor=actor, new=True, source=form.pk)
    return made


def _free(slug: str) -> str:
    """`slug`, or with the first number that makes it new."""
    short = slug[:_LONGEST].rstrip("-")
    taken = set(Form.objects.filter(slug__startswith=short).values_list("slug", flat=True))
    names = (f"{short}-{number}" if number > 1 else short for number in count(1))
    return next(name for name in names if name not in taken)
