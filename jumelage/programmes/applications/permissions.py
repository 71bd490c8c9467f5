"""Who sees and does what with an application: one matrix, role × phase × part, and one of acts.

What a row does not name is closed. The room `review` opens its phases and its jurors by adding rows.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from jumelage.foundation.accounts.permissions import may
from jumelage.programmes.applications.choices import Act, Channel, Right, State
from jumelage.programmes.applications.models import Application, Member


class Role(StrEnum):
    """What somebody is to one application."""

    LEAD = "lead"
    DEPOSITOR = "depositor"
    EDITOR = "editor"
    VIEWER = "viewer"
    INTAKE = "intake"
    CLERK = "clerk"
    ALDERMAN = "alderman"
    FINANCE = "finance"
    JUROR = "juror"
    STRANGER = "stranger"


class Part(StrEnum):
    """What an application holds, as far as it is shown to some and not to others."""

    EXISTENCE = "existence"
    ORGANISATION = "organisation"
    TITLE = "title"
    NUMBER = "number"
    AMOUNT = "amount"
    ACCOUNT = "account"
    ANSWERS = "answers"
    FILES = "files"
    PEOPLE = "people"
    QUESTIONS = "questions"
    EXCEPTIONS = "exceptions"
    MAILS = "mails"
    HISTORY = "history"


class Deed(StrEnum):
    """What somebody may do with an application, as far as state and hour let them."""

    WRITE = "write"
    DEPOSIT = "deposit"
    WITHDRAW = "withdraw"
    ASK = "ask"
    MANAGE = "manage"
    ANSWER = "answer"
    EXEMPT = "exempt"


_ALL = frozenset(Part)
_NOTHING: frozenset[Part] = frozenset()
_SHORT = frozenset({Part.EXISTENCE, Part.ORGANISATION, Part.TITLE, Part.NUMBER, Part.AMOUNT})
# Of what is not deposited, the service sees that it exists and what was said to it; not a word of the answers.
_UNSENT = frozenset(
    {
        *(Part.EXISTENCE, Part.ORGANISATION, Part.NUMBER, Part.PEOPLE),
        *(Part.QUESTIONS, Part.EXCEPTIONS, Part.MAILS, Part.HISTORY),
    }
)
_MEMBERS = (Role.LEAD, Role.DEPOSITOR, Role.EDITOR, Role.VIEWER)

SEES: Mapping[tuple[Role, str], frozenset[Part]] = {
    **{(role, state): _ALL for role in (*_MEMBERS, Role.INTAKE) for state in State.values},
    (Role.CLERK, State.DRAFT): _UNSENT,
    (Role.CLERK, State.WITHDRAWN): _UNSENT,
    (Role.CLERK, State.DEPOSITED): _ALL,
    (Role.ALDERMAN, State.DEPOSITED): _SHORT,
    (Role.FINANCE, State.DEPOSITED): _SHORT | {Part.ACCOUNT},
}
DOES: Mapping[Role, frozenset[Deed]] = {
    Role.LEAD: frozenset({Deed.WRITE, Deed.DEPOSIT, Deed.WITHDRAW, Deed.ASK, Deed.MANAGE}),
    Role.DEPOSITOR: frozenset({Deed.WRITE, Deed.DEPOSIT, Deed.WITHDRAW, Deed.ASK}),
    Role.EDITOR: frozenset({Deed.WRITE, Deed.ASK}),
    Role.VIEWER: frozenset(),
    # Manage: after a check, the clerk invites who applied on paper to go on by themselves.
    Role.INTAKE: frozenset(Deed) - {Deed.ASK},
    Role.CLERK: frozenset({Deed.ANSWER, Deed.EXEMPT}),
}
# Who opens the applicant's own pages.
INSIDE = frozenset({*_MEMBERS, Role.INTAKE})
_BY_RIGHT = {
    Right.VIEW: Role.VIEWER,
    Right.EDIT: Role.EDITOR,
    Right.DEPOSIT: Role.DEPOSITOR,
}


def staff_role(user: Any) -> Role:
    """What `user` is to any application by the acts of their roles; Role.STRANGER without one of ours."""
    if may_handle(user):
        return Role.CLERK
    if may(user, Act.READ_ACCOUNTS):
        return Role.FINANCE
    return Role.ALDERMAN if may(user, Act.READ) else Role.STRANGER


def role_in(user: Any, application: Application, member: Member | None) -> Role:
    """What `user` is to `application`; `member` is their membership of it, if they have one."""
    if not user.is_active:
        return Role.STRANGER
    if member:
        return Role.LEAD if member.lead else _BY_RIGHT[Right(member.right)]
    if application.channel != Channel.ONLINE and may_enter(user):
        return Role.INTAKE
    return staff_role(user)


def parts_for(role: Role, state: str) -> frozenset[Part]:
    """What `role` sees of an application in `state`; nothing where the matrix says nothing."""
    return SEES.get((role, state), _NOTHING)


def may_do(role: Role, deed: Deed) -> bool:
    """Whether `role` may do `deed`, as far as state and hour allow it."""
    return deed in DOES.get(role, frozenset())


def may_handle(user: Any) -> bool:
    """Whether `user` answers applicants and makes exceptions for them."""
    return may(user, Act.HANDLE)


def may_enter(user: Any) -> bool:
    """Whether `user` enters applications that came on paper or by e-mail."""
    return may(user, Act.INTAKE)


def may_list(user: Any) -> bool:
    """Whether `user` may open the desk's list of applications at all."""
    return may_enter(user) or staff_role(user) != Role.STRANGER
