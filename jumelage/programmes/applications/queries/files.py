"""Which applications somebody sees: the one way in."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from jumelage.programmes.applications.choices import Channel, State
from jumelage.programmes.applications.models import Application, Deposit, Member
from jumelage.programmes.applications.permissions import (
    INSIDE,
    Deed,
    Part,
    Role,
    may_do,
    may_enter,
    parts_for,
    role_in,
    staff_role,
)
from jumelage.programmes.applications.queries.locking import AROUND


@dataclass(frozen=True)
class Access:
    """An application and what somebody is to it."""

    application: Application
    role: Role

    @property
    def parts(self) -> frozenset[Part]:
        """What they see of it, in its state."""
        return parts_for(self.role, self.application.state)

    def may(self, deed: Deed) -> bool:
        """Whether they may do `deed`, as far as state and hour allow it."""
        return may_do(self.role, deed)


def visible_to(user: Any) -> QuerySet[Application]:
    """The applications of which `user` may know that they exist; what else they see of each, the matrix says."""
    if not user.is_active:
        return Application.objects.none()
    role = staff_role(user)
    if role == Role.CLERK:
        return Application.objects.all()
    mine = Exists(Member.objects.filter(application=OuterRef("pk"), user=user))
    seen = Q(mine)
    if role in {Role.ALDERMAN, Role.FINANCE}:
        seen |= Q(state=State.DEPOSITED)
    if may_enter(user):
        seen |= ~Q(channel=Channel.ONLINE)
    return Application.objects.filter(seen)


def numbered(applications: QuerySet[Application]) -> QuerySet[Application]:
    """The same applications, with `number` and hour `deposited_at` of their standing deposit; None of a draft."""
    standing = Deposit.objects.filter(application=OuterRef("pk"), withdrawn_at=None)
    return applications.annotate(
        number=Subquery(standing.values("number")[:1]),
        deposited_at=Subquery(standing.values("at")[:1]),
    )


def files_of(user: Any) -> QuerySet[Application]:
    """The applications that `user` works on, the last begun or written first, with number and surroundings."""
    mine = Exists(Member.objects.filter(application=OuterRef("pk"), user=user.pk))
    found, written = numbered(Application.objects.filter(mine)), Coalesce("saved_at", "created_at")
    return found.select_related("call__current", "track", "organisation").order_by(
        written.desc(), "-id"
    )


def access_to(user: Any, key: UUID) -> Access | None:
    """The application `key` with its members, as `user` may see it on the desk; None when they may not know of it."""
    members = Prefetch("members", Member.objects.select_related("user"))
    around = visible_to(user).select_related(*AROUND).prefetch_related(members)
    return _access(user, around.filter(key=key).first())


def inside(user: Any, key: UUID) -> Access | None:
    """The application `key` for those who work on it: its members, and the service for one that it entered."""
    access = access_to(user, key)
    return access if access and access.role in INSIDE else None


def _access(user: Any, found: Application | None) -> Access | None:
    if found is None:
        return None
    member = next((one for one in found.members.all() if one.user_id == user.pk), None)
    return Access(found, role_in(user, found, member))
