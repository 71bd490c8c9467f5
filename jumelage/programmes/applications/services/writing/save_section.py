"""Keep what somebody wrote in one section, over what others may have written meanwhile."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.questionnaires.queries.forms import definition_of
from jumelage.programmes.applications.models import (
    Application,
    Conflict,
    Section,
    SectionVersion,
)
from jumelage.programmes.applications.queries.deadlines import deadline_of
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applications.queries.writing import check_writable, locked_for
from jumelage.programmes.applications.rules.deadline import is_worth_noting
from jumelage.programmes.applications.rules.merging import Merged, merge
from jumelage.programmes.applications.rules.wording import title_of
from jumelage.programmes.applications.services.writing.carry_draft import carry_draft

# Saves of one person within this time share one version, so that an evening of typing leaves a few, not hundreds.
SITTING = timedelta(minutes=10)


@dataclass(frozen=True)
class Saved:
    """What a save did: the section's number and hour, which fields it changed, and which are written twice."""

    number: int
    at: datetime
    changed: tuple[str, ...]
    conflicts: tuple[str, ...]
    standing: Mapping[str, Any]


def save_section(
    access: Access,
    code: str,
    sent: Mapping[str, Any],
    *,
    user: Any,
    seen: Mapping[str, str] | None,
    now: datetime,
) -> Saved:
    """Keep the answers `sent` (None: emptied) to fields of the section `code`; a draft always saves, right or wrong.

    `seen` holds the marks of the answers that the page showed; where somebody else wrote meanwhile, both texts are
    kept. Raises Refused("section-unknown") or what `check_writable` refuses.
    """
    with transaction.atomic():
        application = locked_for(access)
        allowed = check_writable(application, access, now=now)
        if allowed is None:
            carry_draft(application, now=now)
        fields = _fields(application, code, allowed)
        section, _ = Section.objects.get_or_create(
            application=application, code=code, defaults={"saved_at": now, "saved_by": user}
        )
        merged = merge(section.answers, {f: v for f, v in sent.items() if f in fields}, seen)
        _keep_conflicts(section, merged, user=user, now=now)
        if merged.changed:
            _keep(section, merged, user=user, now=now)
        _note(application, merged, draft=allowed is None, now=now)
    standing = {field: section.answers.get(field) for field in sent if field in fields}
    return Saved(
        section.number, section.saved_at, merged.changed, tuple(merged.conflicts), standing
    )


def _fields(application: Application, code: str, allowed: Collection[str] | None) -> set[str]:
    section = definition_of(application.form_version).section(code)
    if section is None:
        raise Refused("section-unknown")
    fields = {field.code for field in section.fields if field.asks}
    return fields if allowed is None else fields & set(allowed)


def _keep(section: Section, merged: Merged, *, user: Any, now: datetime) -> None:
    answers = {field: value for field, value in merged.answers.items() if value is not None}
    before = section.number
    section.answers, section.number = answers, before + 1
    section.saved_at, section.saved_by = now, user
    section.save()
    sitting = section.versions.filter(
        number=before, saved_by=user, started_at__gt=now - SITTING
    ).first()
    if sitting is None:
        sitting = SectionVersion(section=section, started_at=now, saved_by=user)
    sitting.number, sitting.answers, sitting.saved_at = section.number, answers, now
    sitting.save()


def _keep_conflicts(section: Section, merged: Merged, *, user: Any, now: datetime) -> None:
    for field, value in merged.conflicts.items():
        # The same person goes on typing: one conflict, with the latest text.
        Conflict.objects.update_or_create(
            application_id=section.application_id,
            section=section.code,
            field=field,
            other_by=user,
            settled_at=None,
            defaults={"other": value, "other_at": now},
            create_defaults={
                "other": value,
                "other_at": now,
                "standing": section.answers.get(field),
                "standing_by": section.saved_by,
                "standing_at": section.saved_at,
            },
        )


def _note(application: Application, merged: Merged, *, draft: bool, now: datetime) -> None:
    changed = []
    if merged.changed:
        application.saved_at = now
        changed.append("saved_at")
        # Of a completion nothing is told before it is sent.
        if draft and (title := title_of(definition_of(application.form_version), merged.answers)):
            application.title = title
            changed.append("title")
    if is_worth_noting(deadline_of(application.call), application.active_at, now=now):
        application.active_at = now
        changed.append("active_at")
    if changed:
        application.save(update_fields=changed)
