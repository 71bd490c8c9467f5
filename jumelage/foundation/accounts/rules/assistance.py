"""Who may help whom to get back into an account.

Source: house rule of issue 2 ("clerk-assisted reset"): nobody helps themselves, nobody helps a superior.
"""

# Where a role stands; a role that the table does not know stands at the top, until somebody places it.
RANKS = {
    "applicant": 0,
    "partner": 0,
    "juror": 1,
    "editor": 2,
    "clerk": 2,
    "finance": 2,
    "at-risk-officer": 2,
    "alderman": 3,
    "administrator": 4,
}
TOP = max(RANKS.values())


def rank_of(roles: set[str]) -> int:
    """Highest place held by `roles` (codes); 0 without any."""
    return max((RANKS.get(role, TOP) for role in roles), default=0)


def may_assist(*, helper: set[str], person: set[str]) -> bool:
    """Whether holders of the roles `helper` may reset the second factor of a holder of `person`."""
    return rank_of(helper) >= rank_of(person)
