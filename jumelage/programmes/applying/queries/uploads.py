"""Passes for files that come in pieces: for one question of one application."""

from typing import Any

from jumelage.foundation.questionnaires.queries import answering as forms
from jumelage.foundation.uploads.permissions import upload_pass
from jumelage.foundation.uploads.queries import choosable
from jumelage.programmes.applications.models import Application
from jumelage.programmes.applications.queries.answers import Draft


def purpose_of(application: Application, field: str) -> str:
    """For what a file in pieces comes."""
    return f"applications.{field}:{application.pk}"


def way_for(user: Any, application: Application, field: str) -> dict[str, str]:
    """How `user` sends a file for the question `field`: the signed pass, for what it is, what may be chosen."""
    purpose = purpose_of(application, field)
    return {"pass": upload_pass(user, purpose), "purpose": purpose, "accept": choosable()}


def ways_of(user: Any, draft: Draft, section: forms.Section) -> dict[str, dict[str, str]]:
    """By question of the section that takes files: how they are sent."""
    return {
        field.code: way_for(user, draft.application, field.code)
        for field in section.fields
        if field.kind == forms.Kind.FILE
    }
