"""Passes for files that come in pieces: for one question of one application."""

from typing import Any

from jumelage.foundation.questionnaires.queries import answering as forms
from jumelage.foundation.uploads.permissions import upload_pass
from jumelage.programmes.applications.models import Application
from jumelage.programmes.applications.queries.answers import Draft


def purpose_of(application: Application, field: str) -> str:
    """For what a file in pieces comes."""
    return f"applications.{field}:{application.pk}"


def pass_for(user: Any, application: Application, field: str) -> str:
    """The signed pass by which `user` may send a file for the question `field`."""
    return upload_pass(user, purpose_of(application, field))


def passes_of(user: Any, draft: Draft, section: forms.Section) -> dict[str, dict[str, str]]:
    """By question of the section that takes files: the pass, and for what it is."""
    return {
        field.code: {
            "pass": pass_for(user, draft.application, field.code),
            "purpose": purpose_of(draft.application, field.code),
        }
        for field in section.fields
        if field.kind == forms.Kind.FILE
    }
