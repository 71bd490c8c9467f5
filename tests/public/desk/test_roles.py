"""Who may do what: the city's roles against every act that the code knows."""

from pathlib import Path

import pytest
import yaml
from django.conf import settings

from jumelage.foundation.registers.queries.registry import known_acts, registers
from jumelage.public.desk.queries.first_acts import first_acts
from tests.architecture.tree import house

ROLES = {
    role["code"]: role
    for role in yaml.safe_load(
        Path(settings.BASE_DIR / "demo/brussels/roles.yaml").read_text("utf-8")
    )
}
KEEP = {"organisations.keep", "evidence.keep", "governance.keep", "portfolio.keep"}
READ = {"registers.read"}
EXPORT = {"registers.read", "registers.export"}
PAGES = {"site.write-pages", "site.publish-pages"}
HELP = {"accounts.reset-second-factor"}
# What each role may do in the rooms that this table speaks of; the restricted room has its own table.
MATRIX = {
    "applicant": set(),
    "juror": set(),
    "partner": set(),
    "editor": READ | PAGES | {"evidence.keep", "portfolio.keep", "portfolio.publish"},
    "clerk": EXPORT | KEEP | HELP,
    "alderman": EXPORT,
    "finance": EXPORT,
    "at-risk-officer": READ | {"evidence.keep"},
    "administrator": EXPORT
    | KEEP
    | HELP
    | PAGES
    | {"portfolio.publish", "site.set-up", "loading.load"},
}
ACTS = sorted(set().union(*MATRIX.values()))


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("role", sorted(MATRIX))
def test_role_by_act(role, act):
    assert (act in ROLES[role].get("acts", [])) is (act in MATRIX[role])


def test_the_table_speaks_of_every_role():
    assert set(ROLES) == set(MATRIX)


def test_no_role_holds_an_unknown_act():
    assert {act for role in ROLES.values() for act in role.get("acts", [])} <= set(known_acts())


def test_every_act_is_held_by_somebody():
    held = {act for role in ROLES.values() for act in role.get("acts", [])}
    assert set(known_acts()) <= held


def test_every_act_names_its_room():
    rooms = {
        path.relative_to(settings.BASE_DIR / "jumelage").parts[1] for path in house("choices.py")
    }
    assert {act.partition(".")[0] for act in known_acts()} <= rooms


def test_registers_ask_for_known_acts():
    asked = {act for one in registers() for act in (one.act, one.publish_act) if act}
    assert asked <= set(known_acts())


def test_only_staff_hold_acts():
    assert [
        code for code, role in ROLES.items() if role.get("acts") and not role.get("staff")
    ] == []


def test_the_restricted_room_is_not_opened_to_others():
    """Persons at risk: neither the alderman, nor finance, nor the editor by right of office."""
    for role in ("alderman", "finance", "editor", "applicant", "juror", "partner"):
        assert [act for act in ROLES[role].get("acts", []) if act.startswith("atrisk.")] == [], role


def test_the_first_administrator_begins_with_every_other_room():
    first = set(first_acts())
    assert {act.partition(".")[0] for act in set(known_acts()) - first} == {"atrisk"}
    held = {act for act in ROLES["administrator"]["acts"] if not act.startswith("atrisk.")}
    assert held <= first
