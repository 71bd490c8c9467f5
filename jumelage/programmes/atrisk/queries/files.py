"""What the staff may ask of the files."""

from datetime import date
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.audit.models import Entry
from jumelage.foundation.audit.queries import history_of
from jumelage.foundation.kernel.waiting import Waiting
from jumelage.programmes.atrisk.choices import Basis
from jumelage.programmes.atrisk.models import AdoptedPerson
from jumelage.programmes.atrisk.permissions import may_approve, may_keep, may_read_files
from jumelage.programmes.atrisk.queries.timeline import Conflict, conflicts
from jumelage.programmes.atrisk.rules.checks import is_old
from jumelage.programmes.atrisk.rules.publication import APPROVALS

EXAMPLES = 3


def visible_to(user: Any) -> models.QuerySet[AdoptedPerson]:
    """The one way to the persons: those published for everybody (None is a visitor), all for who may read the files."""
    if user is not None and may_read_files(user):
        return AdoptedPerson.every.all()
    return AdoptedPerson.objects.all()


def files(user: Any) -> models.QuerySet[AdoptedPerson]:
    """The files that `user` may read, with their publication; nothing for others."""
    if not may_read_files(user):
        return AdoptedPerson.every.none()
    return visible_to(user).select_related("adoption", "publication").order_by("checked_on", "slug")


def file_of(user: Any, slug: str) -> AdoptedPerson | None:
    """One file with everything in it, for who may read it."""
    found = files(user).select_related("publication__source")
    return (
        found.prefetch_related(
            "events", "checks", "restrictions", "letters", "stops__by", "publication__approvals__by"
        )
        .filter(slug=slug)
        .first()
    )


def contradictions_of(person: AdoptedPerson) -> list[Conflict]:
    """What contradicts what in the timeline of `person`."""
    return conflicts(person.events.all())


def history_lines(person: AdoptedPerson) -> list[Entry]:
    """The last twenty lines of the journal about `person`."""
    return list(history_of(person)[:20])


def waiting(user: Any, today: date) -> list[Waiting]:
    """What waits for `user`: checks that grew old, and publications that lack an approval of theirs."""
    if not may_read_files(user):
        return []
    people = list(files(user).prefetch_related("publication__approvals"))
    old = [one for one in people if may_keep(user) and is_old(one.checked_on, today=today)]
    asked = [one for one in people if may_approve(user) and _lacks_approval(one, user)]
    return [
        _line(_("Persons at risk: the check of the status has grown old"), old, urgent=True),
        _line(_("Persons at risk: a publication waits for your approval"), asked, urgent=False),
    ]


def _lacks_approval(person: AdoptedPerson, user: Any) -> bool:
    publication = getattr(person, "publication", None)
    if person.published or person.stopped or not publication or publication.basis == Basis.IMPORTED:
        return False
    approvers = {approval.by_id for approval in publication.approvals.all()}
    return len(approvers) < APPROVALS and user.pk not in approvers


def _line(title: Any, people: list[AdoptedPerson], *, urgent: bool) -> Waiting:
    examples = tuple(
        (one.name, reverse("desk-person-at-risk", args=[one.slug])) for one in people[:EXAMPLES]
    )
    address = reverse("desk-people-at-risk")
    return Waiting(
        title=title, count=len(people), address=address, examples=examples, urgent=urgent
    )
