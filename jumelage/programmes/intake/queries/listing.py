"""The clerks' list of applications: narrowed, ordered, counted, and only as far as the matrix lets somebody see."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, F, OrderBy, OuterRef, Q, QuerySet
from django.utils.text import slugify

from jumelage.programmes.applications.choices import Channel, State
from jumelage.programmes.applications.models import (
    Application,
    CompletionWindow,
    Deposit,
)
from jumelage.programmes.applications.permissions import (
    Part,
    Role,
    may_enter,
    parts_for,
    staff_role,
)
from jumelage.programmes.applications.queries.deposits import asked_cents
from jumelage.programmes.applications.queries.exchange import lost_mails
from jumelage.programmes.applications.queries.files import numbered, visible_to
from jumelage.programmes.applications.queries.hours import read_number
from jumelage.programmes.calls.models import Call
from jumelage.programmes.intake.choices import Completeness, Sort

# What has no such value comes last: each database has another place for it.
_ORDERS: dict[Sort, tuple[OrderBy, str]] = {
    Sort.NEWEST: (F("deposited_at").desc(nulls_last=True), "-id"),
    Sort.OLDEST: (F("deposited_at").asc(nulls_last=True), "id"),
    Sort.NAME: (F("organisation__dossier__name").asc(nulls_last=True), "id"),
    Sort.WRITTEN: (F("saved_at").desc(nulls_last=True), "-id"),
}
_EQUAL = {
    "track": "track__slug",
    "state": "state",
    "channel": "channel",
    "language": "language",
    "kind": "organisation__dossier__legal_form",
}


@dataclass(frozen=True)
class Row:
    """One application in the list; what may not be seen is "" or None. Amounts in euro cents."""

    application: Application
    parts: frozenset[Part]
    number: str
    deposited_at: datetime | None
    organisation: str
    title: str
    amount_cents: int | None
    iban: str
    completion_asked: bool
    mail_trouble: bool


def calls_listed(user: Any) -> list[Call]:
    """The calls in which `user` may know of applications, and those published, the newest first, with what each last
    published. 1 query.
    """
    seen = visible_to(user).filter(call=OuterRef("pk"))
    found = Call.objects.filter(Q(published=True) | Q(Exists(seen)))
    return list(found.select_related("current").order_by("-year", "slug"))


def listed(user: Any, call: Call, asked: Mapping[str, str]) -> QuerySet[Application]:
    """The applications of `call` that `user` may know of, as `asked` narrows and orders them: "text", "track", "state",
    "channel", "language", "kind" (legal form), "completeness", "sort"; an empty one narrows nothing.
    """
    order = _ORDERS[Sort(asked.get("sort") or Sort.NEWEST)]
    lost = lost_mails().filter(application=OuterRef("pk"))
    found = numbered(_narrowed(user, call, asked)).annotate(mail_lost=Exists(lost))
    return found.select_related("track", "organisation__dossier").order_by(*order)


def counts(user: Any, call: Call, asked: Mapping[str, str]) -> dict[str, int]:
    """How many of the applications of `call` stand in each state, narrowed as `asked` but for the state. 1 query."""
    others = {name: value for name, value in asked.items() if name != "state"}
    found = _narrowed(user, call, others).order_by().values("state").annotate(number=Count("pk"))
    return {row["state"]: row["number"] for row in found}


def rows_of(user: Any, applications: Iterable[Application]) -> list[Row]:
    """What `user` sees of each. 1 query, however many there are."""
    found, role, entering = list(applications), staff_role(user), may_enter(user)
    deposited = [one.pk for one in found if one.state == State.DEPOSITED]
    held = _held(deposited)
    return [_row(one, _parts(one, role, entering=entering), held.get(one.pk)) for one in found]


def _narrowed(user: Any, call: Call, asked: Mapping[str, str]) -> QuerySet[Application]:
    found = _seen(user).filter(call=call)
    for name, field in _EQUAL.items():
        if asked.get(name):
            found = found.filter(**{field: asked[name]})
    if asked.get("text"):
        found = found.filter(_holds(asked["text"], user))
    if asked.get("completeness"):
        found = found.filter(_stands(Completeness(asked["completeness"])))
    return found


def _seen(user: Any) -> QuerySet[Application]:
    """Those that `user` sees as staff: their own memberships are on their own pages."""
    found = visible_to(user)
    if staff_role(user) == Role.STRANGER:
        return found.exclude(channel=Channel.ONLINE) if may_enter(user) else found.none()
    return found


def _parts(application: Application, role: Role, *, entering: bool) -> frozenset[Part]:
    own = entering and application.channel != Channel.ONLINE
    return parts_for(Role.INTAKE if own else role, application.state)


@dataclass
class _Held:
    """What stands deposited, and whether a completion is waited for."""

    content: dict[str, Any]
    asked: bool = False


def _held(numbers: list[int]) -> dict[int, _Held]:
    """By application, the deposit as its last completion left it. 1 query."""
    standing = Deposit.objects.filter(application__in=numbers, withdrawn_at=None)
    windows = ("windows__content", "windows__completed_at", "windows__closed_at", "windows__pk")
    rows = standing.order_by("windows__completed_at").values_list(
        "application_id", "content", *windows
    )
    found: dict[int, _Held] = {}
    for number, content, completion, completed_at, closed_at, window in rows:
        held = found.setdefault(number, _Held(json.loads(content)))
        if completed_at:
            held.content = json.loads(completion)
        held.asked |= bool(window and not completed_at and not closed_at)
    return found


def _row(one: Application, parts: frozenset[Part], held: _Held | None) -> Row:
    content = held.content if held else {}
    account = (content.get("organisation") or {}).get("account") or {}
    return Row(
        application=one,
        parts=parts,
        number=(getattr(one, "number", None) or "") if Part.NUMBER in parts else "",
        deposited_at=getattr(one, "deposited_at", None) if Part.NUMBER in parts else None,
        organisation=_name(one) if Part.ORGANISATION in parts else "",
        title=one.title if Part.TITLE in parts else "",
        amount_cents=asked_cents(content) if Part.AMOUNT in parts else None,
        iban=account.get("iban", "") if Part.ACCOUNT in parts else "",
        completion_asked=bool(held and held.asked) and Part.EXCEPTIONS in parts,
        mail_trouble=getattr(one, "mail_lost", False) and Part.MAILS in parts,
    )


def _name(one: Application) -> str:
    held = one.organisation
    if held is None:
        return ""
    return str(held.dossier) if hasattr(held, "dossier") else str(held)


def _holds(text: str, user: Any) -> Q:
    """It is the number, however it is written; or every word stands in the number, the organisation or, where it may be
    read, the title.
    """
    standing = Deposit.objects.filter(application=OuterRef("pk"), withdrawn_at=None)
    if whole := read_number(text):
        return Q(Exists(standing.filter(number=whole)))
    titled = Q(state=State.DEPOSITED)
    if may_enter(user):
        titled |= ~Q(channel=Channel.ONLINE)
    found = Q()
    for word in text.split():
        one = Q(organisation__dossier__name__icontains=word) | (titled & Q(title__icontains=word))
        # Without accents, as in the organisation's address.
        if bare := slugify(word):
            one |= Q(organisation__slug__icontains=bare)
        found &= one | Q(Exists(standing.filter(number__contains=word)))
    return found


def _stands(asked: Completeness) -> Q:
    windows = CompletionWindow.objects.filter(application=OuterRef("pk"), closed_at=None)
    opened = Exists(windows.filter(completed_at=None))
    if asked == Completeness.ASKED:
        return Q(opened)
    if asked == Completeness.COMPLETED:
        return Q(Exists(windows.exclude(completed_at=None)))
    return Q(state=State.DEPOSITED) & ~Q(opened)
