"""One matrix, tested whole: ten roles, every state, every part; and what each role may do."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from jumelage.programmes.applications.choices import Act, Channel, Right, State
from jumelage.programmes.applications.models import Application, Member
from jumelage.programmes.applications.permissions import (
    DOES,
    INSIDE,
    SEES,
    Deed,
    Part,
    Role,
    may_do,
    may_enter,
    may_handle,
    may_list,
    parts_for,
    role_in,
    staff_role,
)
from jumelage.programmes.applications.queries.files import (
    access_to,
    files_of,
    inside,
    visible_to,
)
from tests.factories.accounts import UserFactory
from tests.factories.applications import NOW, an_application
from tests.factories.staff import person

ALL = set(Part)
UNSENT = {
    *(Part.EXISTENCE, Part.ORGANISATION, Part.NUMBER, Part.PEOPLE),
    *(Part.QUESTIONS, Part.EXCEPTIONS, Part.MAILS, Part.HISTORY),
}
SHORT = {Part.EXISTENCE, Part.ORGANISATION, Part.TITLE, Part.NUMBER, Part.AMOUNT}
# Written a second time, by hand: a slip in one of the two is seen.
EXPECTED = {
    "lead": (ALL, ALL, ALL),
    "depositor": (ALL, ALL, ALL),
    "editor": (ALL, ALL, ALL),
    "viewer": (ALL, ALL, ALL),
    "intake": (ALL, ALL, ALL),
    "clerk": (UNSENT, ALL, UNSENT),
    "alderman": (set(), SHORT, set()),
    "finance": (set(), SHORT | {Part.ACCOUNT}, set()),
    "juror": (set(), set(), set()),
    "stranger": (set(), set(), set()),
}
DEEDS = {
    "lead": "write deposit withdraw ask manage",
    "depositor": "write deposit withdraw ask",
    "editor": "write ask",
    "viewer": "",
    "intake": "write deposit withdraw manage answer exempt",
    "clerk": "answer exempt",
    "alderman": "",
    "finance": "",
    "juror": "",
    "stranger": "",
}


@pytest.mark.parametrize("part", list(Part))
@pytest.mark.parametrize(("place", "state"), list(enumerate(["draft", "deposited", "withdrawn"])))
@pytest.mark.parametrize("role", list(Role))
def test_who_sees_what(role, place, state, part):
    assert (part in parts_for(role, state)) is (part in EXPECTED[role][place])


@pytest.mark.parametrize("deed", list(Deed))
@pytest.mark.parametrize("role", list(Role))
def test_who_does_what(role, deed):
    assert may_do(role, deed) is (deed in DEEDS[role].split())


def test_the_tables_name_every_role_and_a_state_to_come_is_closed():
    assert set(EXPECTED) == set(DEEDS) == set(Role)
    assert {role for role, _ in SEES} | {Role.JUROR, Role.STRANGER} == set(Role)
    assert set(DOES) <= set(Role)
    assert {state for _, state in SEES} == set(State.values)
    assert parts_for(Role.LEAD, "in-review") == set()


ACTS = [
    ((), Role.STRANGER),
    ((Act.READ,), Role.ALDERMAN),
    ((Act.READ_ACCOUNTS,), Role.FINANCE),
    ((Act.READ, Act.HANDLE), Role.CLERK),
    ((Act.INTAKE,), Role.STRANGER),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("acts", "role"), ACTS)
def test_what_somebody_is_follows_from_their_acts(acts, role):
    user = person(*acts)
    assert staff_role(user) == role
    assert may_handle(user) is (Act.HANDLE in acts)
    assert may_enter(user) is (Act.INTAKE in acts)
    assert may_list(user) is bool(acts)


@pytest.mark.django_db
def test_a_member_is_what_their_right_says_and_a_closed_account_is_a_stranger():
    access = an_application()
    application, lead = access.application, access.application.members.get()
    assert role_in(lead.user, application, lead) == Role.LEAD
    for right, role in zip(Right.values, ("viewer", "editor", "depositor"), strict=True):
        user = UserFactory()
        member = Member.objects.create(application=application, user=user, right=right)
        assert inside(user, application.key).role == role
        assert access_to(user, application.key).parts == ALL
        user.is_active = False
        assert role_in(user, application, member) == Role.STRANGER
    clerk = person(Act.HANDLE, Act.INTAKE)
    assert role_in(clerk, application, None) == Role.CLERK
    application.channel = Channel.PAPER
    assert role_in(clerk, application, None) == Role.INTAKE


@pytest.mark.django_db
@pytest.mark.parametrize("state", State.values)
@pytest.mark.parametrize("channel", Channel.values)
def test_visible_to_agrees_with_the_matrix_for_everybody(state, channel):
    access = an_application()
    Application.objects.update(state=state, channel=channel)
    application = Application.objects.get()
    people = {
        "member": access.application.members.get().user,
        "other": an_application().application.members.get().user,
        "anonymous": AnonymousUser(),
        "gone": UserFactory(is_active=False),
        "juror": person(),
        "alderman": person(Act.READ),
        "finance": person(Act.READ_ACCOUNTS),
        "clerk": person(Act.HANDLE),
        "intake": person(Act.INTAKE),
    }
    for name, user in people.items():
        member = application.members.filter(user=user.pk).first()
        role = role_in(user, application, member)
        sees = Part.EXISTENCE in parts_for(role, state)
        assert visible_to(user).filter(pk=application.pk).exists() is sees, name
        assert (access_to(user, application.key) is not None) is sees, name
        assert (inside(user, application.key) is not None) is (role in INSIDE), name


@pytest.mark.django_db
def test_my_list_holds_mine_alone_in_a_fixed_number_of_queries(django_assert_num_queries):
    user = UserFactory()
    an_application()
    for most in (1, 3):
        while files_of(user).count() < most:
            an_application(user)
        with django_assert_num_queries(1):
            rows = [
                (one.call.title, one.track.title, one.organisation.name, one.number)
                for one in files_of(user)
            ]
        assert len(rows) == most
        assert {row[-1] for row in rows} == {None}


@pytest.mark.django_db
def test_a_draft_just_begun_stands_above_what_was_written_before():
    user = UserFactory()
    first, last = (an_application(user).application for _ in range(2))
    Application.objects.filter(pk=first.pk).update(saved_at=NOW - timedelta(days=300))
    assert list(files_of(user)) == [last, first]
    Application.objects.filter(pk=first.pk).update(saved_at=NOW + timedelta(hours=1))
    assert list(files_of(user)) == [first, last]
