"""Move a draft along to the version of the form that the call now uses."""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.questionnaires.models import FormVersion
from jumelage.foundation.questionnaires.queries import answering as forms
from jumelage.foundation.questionnaires.queries.forms import definition_of
from jumelage.programmes.applications.models import Application, Carry, Section
from jumelage.programmes.applications.queries.locking import locked
from jumelage.programmes.applications.rules.lifecycle import WRITABLE


def carry_draft(application: Application, *, now: datetime) -> Carry | None:
    """Move the answers to the form of the call's last publication and note what changed; None when nothing is to move.

    Answers to questions that are gone are kept apart, never lost. The act is the system's.
    """
    publication = application.call.current
    target = publication.form_version_id if publication else None
    if target in {None, application.form_version_id} or application.state not in WRITABLE:
        return None
    with transaction.atomic():
        fresh = locked(application)
        before, after = (
            fresh.form_version,
            FormVersion.objects.select_related("form").get(pk=target),
        )
        if before.pk == target:
            application.form_version = after
            return None
        changed = forms.changes(definition_of(before), definition_of(after))
        _move(fresh, after, changed, now=now)
        fresh.form_version = application.form_version = after
        fresh.save(update_fields=["form_version"])
        carry = Carry.objects.create(
            application=fresh,
            before=before,
            after=after,
            changes=[one.code for one in changed],
            at=now,
        )
        write_line("applications.carry", fresh, before=before.number, after=after.number)
    return carry


def mark_carry_seen(application: Application, *, now: datetime) -> None:
    """Note that the people of a draft saw what changed in the form."""
    application.carries.filter(seen_at=None).update(seen_at=now)


def _move(
    application: Application,
    after: FormVersion,
    changed: tuple[forms.Changed, ...],
    *,
    now: datetime,
) -> None:
    rows = {one.code: one for one in application.sections.all()}
    answers: dict[str, object] = {}
    for code, row in rows.items():
        answers |= {code: row.answers} if code == forms.LEFT_BEHIND else row.answers
    carried = forms.carry(answers, changed)
    places = definition_of(after).section_codes
    lost = {one.code for one in changed if one.loses and not one.is_section} - carried.keys()
    _move_conflicts(application, places, lost, now=now)
    by_section: dict[str, dict[str, object]] = {code: {} for code in rows}
    for field, value in carried.items():
        if field == forms.LEFT_BEHIND:
            by_section[field] = value
        else:
            by_section.setdefault(places[field], {})[field] = value
    for code, found in by_section.items():
        row = rows.get(code) or Section(
            application=application, code=code, saved_by=application.created_by
        )
        if row.answers != found or row.pk is None:
            row.answers, row.number, row.saved_at = found, row.number + 1, now
            row.save()


def _move_conflicts(
    application: Application,
    places: Mapping[str, str],
    lost: Collection[str],
    *,
    now: datetime,
) -> None:
    """Two texts go along with their question; where it is gone, or asks something else, nobody can choose any more."""
    for one in application.conflicts.filter(settled_at=None):
        if one.field in lost:
            one.settled_at = now
        else:
            one.section = places[one.field]
        one.save(update_fields=["section", "settled_at"])
