"""Dossiers for the clerks: the list, what waits."""

import re
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Case, Count, Exists, OuterRef, Prefetch, Q, Subquery, Sum, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jumelage.city.dossiers.choices import WARNINGS, DocumentState, RequestState, Right, Show
from jumelage.city.dossiers.models import (
    AccessRequest,
    Dossier,
    DossierDocument,
    DossierMember,
    Officer,
    RegisterCheck,
)
from jumelage.city.dossiers.permissions import may_check_dossiers
from jumelage.city.dossiers.queries.access import requests_to_decide
from jumelage.city.dossiers.queries.dossiers import dossiers_visible_to
from jumelage.city.organisations.choices import ENTERPRISES
from jumelage.city.organisations.models import Identifier
from jumelage.foundation.kernel.waiting import Waiting

EXAMPLES = 3
SHORTEST_NUMBER = 6


def dossiers_listed(
    user: Any, *, text: str = "", chosen: str = "", today: date
) -> models.QuerySet[Dossier]:
    """The dossiers that `user` may read where every word of `text` stands in the name, acronym, e-mail, number, IBAN or
    people, the last changed first. `chosen` is a code of `Show`; any other word keeps all. Each row carries `answer`
    (the last register check) and `open_requests`.
    """
    found = dossiers_visible_to(user)
    for word in text.split():
        found = found.filter(_holds(word))
    opened = Q(organisation__access_requests__state=RequestState.OPEN)
    found = found.annotate(
        answer=_last_answer(),
        open_requests=Count("organisation__access_requests", filter=opened, distinct=True),
    )
    numbers = Prefetch("organisation__identifiers", Identifier.objects.filter(scheme=ENTERPRISES))
    if chosen in Show.values:
        found = found.filter(_shown(Show(chosen), today))
    return found.prefetch_related(numbers).order_by("-changed_at", "-pk")


def numbers_shown(user: Any, *, today: date) -> dict[str, int]:
    """How many dossiers stand under each code of `Show`. 1 query."""
    found = dossiers_visible_to(user).annotate(answer=_last_answer())
    flags = {f"is_{one}": Case(When(_shown(one, today), then=1), default=0) for one in Show}
    counted = found.annotate(**flags).aggregate(**{one.value: Sum(f"is_{one}") for one in Show})
    return {code: number or 0 for code, number in counted.items()}


def waiting(user: Any, today: date) -> list[Waiting]:
    """What waits for those who check dossiers: requests for access, documents that were never looked at or that have
    expired, and dossiers that nobody manages any more.
    """
    if not may_check_dossiers(user):
        return []
    requests = requests_to_decide(user)
    asked = Waiting(
        title=_("Requests for access to a dossier"),
        count=requests.count(),
        address=reverse("desk-access-requests"),
        examples=tuple(
            (str(one.organisation), reverse("desk-access-request", args=[one.pk]))
            for one in requests[:EXAMPLES]
        ),
        urgent=True,
    )
    return [
        asked,
        _line(user, _("Dossiers with documents to check"), Show.DOCUMENTS, today),
        _line(user, _("Dossiers with documents that have expired"), Show.EXPIRED, today),
        _line(user, _("Dossiers that nobody manages any more"), Show.UNMANAGED, today),
    ]


def _line(user: Any, title: Any, chosen: Show, today: date) -> Waiting:
    found = dossiers_listed(user, chosen=chosen, today=today)
    examples = tuple((str(one), reverse("desk-dossier", args=[one.pk])) for one in found[:EXAMPLES])
    address = f"{reverse('desk-dossiers')}?show={chosen}"
    return Waiting(title=title, count=found.count(), address=address, examples=examples)


def _last_answer() -> Subquery:
    # What was found under another number says nothing of this one.
    held = Identifier.objects.filter(organisation=OuterRef(OuterRef("organisation")))
    last = RegisterCheck.objects.filter(dossier=OuterRef("pk"), number__in=held.values("value"))
    return Subquery(last.order_by("-on", "-pk").values("answer")[:1])


def _holds(word: str) -> Q:
    asked: Q = (
        Q(name__icontains=word)
        | Q(acronym__icontains=word)
        | Q(email__icontains=word)
        | Q(Exists(Officer.objects.filter(dossier=OuterRef("pk"), name__icontains=word)))
    )
    number = re.sub(r"\D", "", word).lstrip("0")
    if len(number) >= SHORTEST_NUMBER:
        asked |= Q(organisation__identifiers__value__endswith=number)
        asked |= Q(accounts__iban__contains=number)
        return Q(pk__in=Dossier.objects.filter(asked).values("pk"))
    return asked


def _shown(chosen: Show, today: date) -> Q:
    documents = DossierDocument.objects.filter(dossier=OuterRef("pk"), replaced_by=None)
    numbers = Identifier.objects.filter(organisation=OuterRef("organisation"), scheme=ENTERPRISES)
    managers = DossierMember.objects.filter(
        dossier=OuterRef("pk"), ended_at=None, right=Right.MANAGE
    )
    requests = AccessRequest.objects.filter(
        organisation=OuterRef("organisation"), state=RequestState.OPEN
    )
    asked: dict[Show, Q] = {
        Show.REQUESTS: Q(Exists(requests)),
        Show.DOCUMENTS: Q(Exists(documents.filter(state=DocumentState.NEW))),
        Show.EXPIRED: Q(Exists(documents.filter(valid_until__lt=today))),
        Show.UNCHECKED: Q(Exists(numbers)) & Q(answer=None),
        Show.WARNING: Q(answer__in=WARNINGS),
        Show.UNMANAGED: ~Q(Exists(managers)),
    }
    return asked[chosen]
