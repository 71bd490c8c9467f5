import pytest

from jumelage.foundation.accounts.rules.assistance import RANKS, may_assist, rank_of


@pytest.mark.parametrize(
    ("roles", "rank"),
    [(set(), 0), ({"applicant"}, 0), ({"juror", "clerk"}, 2), ({"of-our-own"}, 4)],
)
def test_the_highest_role_counts(roles: set[str], rank: int) -> None:
    assert rank_of(roles) == rank


@pytest.mark.parametrize(
    ("helper", "person", "allowed"),
    [
        ({"clerk"}, {"applicant"}, True),
        ({"clerk"}, {"clerk"}, True),
        ({"clerk"}, {"alderman"}, False),
        ({"clerk"}, {"administrator"}, False),
        ({"clerk"}, {"applicant", "alderman"}, False),
        ({"clerk"}, {"of-our-own"}, False),
        ({"administrator"}, {"of-our-own"}, True),
        ({"administrator"}, {"administrator"}, True),
        (set(), {"juror"}, False),
    ],
)
def test_nobody_helps_a_superior(helper: set[str], person: set[str], allowed: bool) -> None:
    assert may_assist(helper=helper, person=person) is allowed


def test_the_administrator_stands_at_the_top() -> None:
    assert max(RANKS, key=RANKS.__getitem__) == "administrator"
