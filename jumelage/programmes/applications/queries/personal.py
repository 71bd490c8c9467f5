"""What the room keeps about somebody who signs in, for their own copy of it; and the drafts that use a form."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from jumelage.foundation.questionnaires.models import Form
from jumelage.foundation.questionnaires.queries.forms import FormUse
from jumelage.programmes.applications.models import Application, Member, Question
from jumelage.programmes.applications.rules.lifecycle import WRITABLE


def personal_data(user: Any) -> dict[str, Any]:
    """The applications that `user` works on, with their rights, and the questions that they asked."""
    members = Member.objects.filter(user=user.pk).order_by("pk")
    asked = Question.objects.filter(asked_by=user.pk).order_by("pk")
    return {
        "applications": {
            "memberships": list(
                members.values(
                    "application__key", "application__title", "application__state", "right", "since"
                )
            ),
            "questions": list(asked.values("text", "asked_at", "answer", "answered_at")),
        }
    }


def form_uses(form: Form) -> list[FormUse]:
    """How many drafts a new version of `form` moves along; none when there is no draft."""
    found = Application.objects.filter(form_version__form=form, state__in=WRITABLE).count()
    return [FormUse(label=_("Applications being written"), drafts=found)] if found else []
