"""The drafts that use a form."""

from django.utils.translation import gettext_lazy as _

from jumelage.foundation.questionnaires.models import Form
from jumelage.foundation.questionnaires.queries.forms import FormUse
from jumelage.programmes.applications.models import Application
from jumelage.programmes.applications.rules.lifecycle import WRITABLE


def form_uses(form: Form) -> list[FormUse]:
    """How many drafts a new version of `form` moves along; none when there is no draft."""
    found = Application.objects.filter(form_version__form=form, state__in=WRITABLE).count()
    return [FormUse(label=_("Applications being written"), drafts=found)] if found else []
