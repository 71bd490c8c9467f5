"""Who may read, write and decide about a dossier. Members by their right; the staff by their act; nobody else."""

from typing import Any

from jumelage.city.dossiers.choices import Act, Right
from jumelage.city.dossiers.models import Dossier, DossierMember
from jumelage.foundation.accounts.permissions import may

_STEPS = [Right.VIEW, Right.EDIT, Right.MANAGE]


def right_over(user: Any, dossier: Dossier) -> Right | None:
    """The right of `user` over `dossier`; clerks type in what came on paper until somebody is let in. 2 queries."""
    if not user.is_authenticated or not user.is_active:
        return None
    found = DossierMember.objects.filter(dossier=dossier, user=user.pk, ended_at=None)
    if right := found.values_list("right", flat=True).first():
        return Right(right)
    return Right.EDIT if may_check_dossiers(user) and not dossier.members.exists() else None


def holds(right: Right | None, wanted: Right) -> bool:
    """Whether `right` is `wanted` or more."""
    return right is not None and _STEPS.index(right) >= _STEPS.index(wanted)


def may_read_dossiers(user: Any) -> bool:
    """Whether `user`, of the staff, may read every dossier."""
    return may(user, Act.READ) or may(user, Act.CHECK)


def may_check_dossiers(user: Any) -> bool:
    """Whether `user`, of the staff, may check dossiers, decide on access, appoint managers and merge."""
    return may(user, Act.CHECK)


def may_manage_dossier(user: Any, dossier: Dossier) -> bool:
    """Whether `user` decides who has access to `dossier`, as one of its managers."""
    return holds(right_over(user, dossier), Right.MANAGE)
