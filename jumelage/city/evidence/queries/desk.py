"""Claims at the desk: of the records that rooms declare, by how they stand, and what waits."""

from datetime import date
from functools import cache, reduce
from operator import or_
from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jumelage.city.evidence.choices import Act
from jumelage.city.evidence.models import Claim
from jumelage.city.evidence.queries.documents import documents
from jumelage.city.evidence.rules.kinds import Kind, Way
from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.kernel.declared import declared
from jumelage.foundation.kernel.register import Register
from jumelage.foundation.kernel.waiting import Waiting
from jumelage.foundation.registers.queries.agenda import waiting_in
from jumelage.foundation.registers.queries.registry import registers


def claims_without_choice() -> models.QuerySet[Claim]:
    """Claims with several pieces of evidence where the choice, or its reason, is missing."""
    found = _of_several(desk_claims())
    return found.filter(Q(shown=None) | Q(shown_because={}))


def claims_in(state: str) -> models.QuerySet[Claim]:
    """The claims that stand like `state`: "open", "several", "disputed" or "all"."""
    if state == "open":
        return claims_without_choice()
    if state == "several":
        return _of_several(desk_claims())
    return desk_claims().filter(disputed=True) if state == "disputed" else desk_claims()


def _of_several(claims: Any) -> models.QuerySet[Claim]:
    found: models.QuerySet[Claim] = claims.filter(pieces_count__gt=1)
    return found


def desk_claims() -> models.QuerySet[Claim]:
    """Claims about records of `kinds_claimed` and their rows, with `pieces_count`; never a restricted record's."""
    kept = [model._meta for model in _kept()]
    kinds = [
        Q(subject_type__app_label=one.app_label, subject_type__model=one.model_name) for one in kept
    ]
    found = Claim.objects.filter(reduce(or_, kinds)).select_related("subject_type")
    return found.annotate(pieces_count=models.Count("evidence", distinct=True))


def desk_claim(number: int) -> Claim | None:
    """One of them, with its evidence and sources."""
    return desk_claims().prefetch_related("evidence__source").filter(pk=number).first()


def kind_of_claim(claim: Claim) -> Kind:
    """The kind of the records that the claim is about, itself or by a row of theirs."""
    return _kept()[type(_subject(claim))][0]


def record_of_claim(claim: Claim) -> models.Model:
    """The record of that kind: the claim's subject, or the one whose row it is."""
    subject = _subject(claim)
    link = _kept()[type(subject)][1]
    record: models.Model = getattr(subject, link) if link else subject
    return record


def _subject(claim: Claim) -> models.Model:
    subject: Any = claim.subject
    found: models.Model = subject
    return found


def subjects_of(record: models.Model, kind: Kind) -> list[models.Model]:
    """The record and its rows, about which claims can be made."""
    rows = [row for name in kind.rows for row in getattr(record, name).all()]
    return [one for one in (record, *rows) if hasattr(one, "claims")]


@cache
def kinds_claimed() -> tuple[Kind, ...]:
    """The kinds of records for which evidence is kept: the plain registers, and what rooms declare beside them."""
    others = [kind for some in declared("backoffice.registers", "CLAIMED") for kind in some]
    return (*map(_of_register, registers()), *others)


def record_of(kind: Kind, key: str) -> Any:
    """The record of that kind known by `key`; None when there is none. 1 query."""
    if kind.key == "pk" and not key.isdecimal():
        return None
    return kind.model._default_manager.filter(**{kind.key: key}).first()


def _of_register(register: Register) -> Kind:
    def way(record: Any) -> Way:
        place = [register.name, getattr(record, register.key)]
        return [
            (register.many, reverse("register", args=place[:1])),
            (str(record), reverse("register-record", args=place)),
        ]

    return Kind(
        model=register.model,
        act=register.act,
        publish_act=register.publish_act,
        key=register.key,
        rows=register.rows,
        way=way,
        own_pages=False,
    )


def _kept() -> dict[type[models.Model], tuple[Kind, str]]:
    """Each model of which such records or their rows are, and for a row of a record the name of its link to it."""
    found: dict[type[models.Model], tuple[Kind, str]] = {}
    for kind in kinds_claimed():
        found[kind.model] = (kind, "")
        for name in kind.rows:
            field = kind.model._meta.get_field(name)
            found.setdefault(field.related_model, (kind, field.field.name))
    return {model: kept for model, kept in found.items() if hasattr(model, "claims")}


def waiting(user: Any, _today: date) -> list[Waiting]:
    """What waits for those who keep sources and documents."""
    if not may(user, Act.KEEP):
        return []
    missing, untagged = documents().filter(file=""), documents().filter(tagged=False)
    return [
        Waiting(
            title=_("Claims with several pieces of evidence and no choice"),
            count=claims_without_choice().count(),
            address=reverse("desk-claims"),
            examples=tuple(
                (claim.subject, reverse("desk-claim", args=[claim.pk]))
                for claim in claims_without_choice().prefetch_related("subject")[:3]
            ),
        ),
        waiting_in("document", missing, title=_("Published documents whose file was not supplied")),
        waiting_in(
            "document",
            untagged,
            title=_("Published PDF documents that screen readers may not follow"),
        ),
    ]
